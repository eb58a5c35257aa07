import Mobility
import Testing

@Suite("What a cabin holds")
struct CabinTests {
  /// Eight seats, of which two fold away for each wheelchair place.
  let folding = Cabin([
    Load(seats: 8), Load(seats: 6, wheelchairs: 1), Load(seats: 4, wheelchairs: 2),
  ])

  @Test("fits one of its layouts as a whole, never parts of two")
  func layouts() {
    for seats in 0...9 {
      for wheelchairs in 0...3 {
        let fits = wheelchairs <= 2 && seats + 2 * wheelchairs <= 8
        #expect(folding.holds(Load(seats: seats, wheelchairs: wheelchairs)) == fits)
      }
    }
    #expect(!folding.holds(Load(seats: 0, goods: 1)))
  }

  @Test("may have room for one kind and none for another")
  func room() {
    let van = Cabin([Load(seats: 2, goods: 1)])
    #expect(van.hasRoom(beside: Load(seats: 2)))
    #expect(van.hasRoom(beside: Load(seats: 1, goods: 1)))
    #expect(!van.hasRoom(beside: Load(seats: 2, goods: 1)))
    #expect(!van.hasRoom(beside: Load(seats: 3)))
  }

  @Test("is short of the places that its best layout misses")
  func missing() {
    #expect(folding.missing(for: Load(seats: 4, wheelchairs: 2)) == 0)
    #expect(folding.missing(for: Load(seats: 9)) == 1)
    #expect(folding.missing(for: Load(seats: 6, wheelchairs: 2)) == 1)
    #expect(folding.missing(for: Load(seats: 7, wheelchairs: 1, goods: 3)) == 4)
  }

  @Test("is as large as its largest layout for a bound")
  func total() {
    #expect(folding.largestTotal == 8)
    #expect(Cabin([Load(seats: 3), Load(seats: 1, wheelchairs: 1, goods: 2)]).largestTotal == 4)
    #expect(folding.seats == 8)
  }

  @Test("takes a plan for too full however full it is")
  func overflow() {
    var load = Load.none
    var isFull = false
    for _ in 0..<10 {
      load += Load(seats: Load.most)
      isFull = isFull || !Cabin(seats: Load.most).holds(load)
    }
    #expect(isFull)
    #expect(Cabin.unlimited.holds(Load(seats: Load.most)))
  }
}
