/// The files of three tiny benchmarks, known by heart.
enum SmallInstances {
  /// Three nodes in a row, 100 m and 10 s apart, and back.
  static let common = [
    "nodes.csv": "node,x,y\n0,0.0,0.0\n1,100.0,0.0\n2,200.0,0.0\n",
    "edges.csv": """
    from,to,seconds,meters
    0,1,10,100
    1,2,10,100
    2,1,10,100
    1,0,10,100

    """,
    "vehicles.csv": "id,start_node,capacity\n0,2,8\n",
    "requests.csv": """
    id,t_request_s,from_node,to_node,passengers
    0,5,0,2,3
    1,60,1,1,1

    """,
    "params.json": """
    {
     "max_wait_s": 600,
     "max_detour_factor": 1.5,
     "max_detour_add_s": 15,
     "boarding_s": 30,
     "seed": 1,
     "hubs": [1, 2]
    }
    """,
  ]

  /// A triangle with edges both ways, numbered so that no edge keeps its place when sorted by tail.
  static let karri = [
    "nodes.csv": "id,lat,lng\n0,0.0,0.0\n1,0.0,0.001\n2,0.001,0.0\n",
    "edges.csv": """
    id,tail,head,veh_ds,walk_ds
    0,2,1,101,800
    1,1,2,102,800
    2,1,0,103,800
    3,2,0,104,800
    4,0,2,105,800
    5,0,1,106,800

    """,
    "vehicles.csv": """
    initial_location,start_of_service_time,end_of_service_time,capacity
    3,0,72000,4

    """,
    "requests.csv": "origin,destination,req_time\n0,4,6\n5,1,6\n",
  ]

  static let expectations = [
    "expected_assignments.csv": """
    request_id,request_time,direct_od_dist,vehicle_id,pickup_insertion_point,\
    dropoff_insertion_point,dist_to_pickup,dist_from_pickup,dist_to_dropoff,dist_from_dropoff,\
    num_stops,accepted,cost
    1,60,208,0,0,1,212,7,208,9,1,1,3000
    0,60,207,0,0,0,101,0,207,0,2,1,2000

    """,
    "expected_service.csv": """
    request_id,arr_time,wait_time,ride_time,trip_time,walk_to_pickup_time,walk_to_dropoff_time,cost
    0,1000,700,207,907,0,0,2000
    1,1500,900,300,1200,0,0,3000

    """,
  ]

  /// Two nodes that reach each other, and one that only leads away.
  static let manhattan = [
    "manhattan_network.json": """
    {"directed": true, "nodes": [
    {"id": 77, "x": -73.99, "y": 40.70}, {"id": 42, "x": -73.98, "y": 40.71},
    {"id": 99, "x": -73.97, "y": 40.72}], "links": [
    {"source": 99, "target": 42, "length": 10.4, "travel_time": 0.3},
    {"source": 42, "target": 77, "length": 1500.6, "travel_time": 120.5},
    {"source": 77, "target": 42, "length": 1500.4, "travel_time": 121.4, "osmid": [1, 2]}]}
    """,
    "nyc_1200.csv": "vehicle_id,lat,lon,initial_soc\nv0,40.73,-73.97,0.8\n",
    "nyc_3.csv": "vehicle_id,lat,lon\na,40.7,-73.99\nb,40.71,-73.98\nc,40.7,-73.99\n",
    "nyc_20k.csv": """
    request_id,o_lat,o_lon,d_lat,d_lon,departure_time,passengers
    0,40.70,-73.99,40.75,-73.95,2014-12-21 00:00:00,1
    1,40.71,-73.98,40.711,-73.981,2014-12-21 08:30:01,2

    """,
  ]
}
