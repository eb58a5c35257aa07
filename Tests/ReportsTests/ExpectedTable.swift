/// The report of `SmallRun`, as it must look.
enum ExpectedTable {
  static let english = """
    A small street (small-street)
    2 days, 1 vehicle, 3 bookings
    Note: Synthetic road network: one street of three places, each two minutes from the next, which no
    town has.

                                                greedy       batch
    KPI                          unit       mean   p90  mean   p90
    --------------------------------------------------------------
    Service
      Riders served              %         100.0        83.3
      Riders refused             %           0.0        16.7
      Riders per day             riders      2.5         2.0
    Waiting
      Wait from desired time     min         0.2   1.5   1.5   1.5
      Wait incl. refused riders  min         0.2   1.5  11.2  60.0
      Behind promised time       min         0.0   0.0   0.0   0.0
      Wait from booking          min        11.4  13.5  12.5  12.5
    Journey
      Ride time                  min         3.8   4.5   4.0   4.0
      Detour ratio                          1.04  1.12  1.00  1.00
      Walk, both ends            m            58    70    70    70
      Journey time               min         5.1   5.7   6.7   6.7
    Sharing
      Riders who shared          %          50.0         0.0
      Runs shared                %          50.0         0.0
      Riders per loaded km       riders     2.25        2.00
    Fleet
      Distance driven            km          2.0         2.0
      Driven empty               %           0.0         0.0
      Time with riders aboard    %           2.5         2.3
      Riders per vehicle-hour    riders/h   0.83        0.67
      Vehicle-hours              h           3.0         3.0
      Computing time per day     s          0.50        1.50

    Difference batch - greedy, day by day
    KPI                          unit        mean        95 % interval  days
    ---------------------------------------------------------------------------------
      Riders served              points    -16.67  [-228.44,  +195.10]     2
      Riders refused             points    +16.67  [-195.10,  +228.44]     2
      Riders per day             riders     -0.50    [-6.85,    +5.85]     2
      Wait from desired time     min        +1.25    [-1.93,    +4.43]     2
      Wait incl. refused riders  min       +11.00  [-109.71,  +131.71]     2
      Behind promised time       min         0.00     [0.00,     0.00]     2
      Wait from booking          min        +1.08    [-4.21,    +6.38]     2
      Ride time                  min        +0.17    [-1.95,    +2.28]     2
      Detour ratio                         -0.042   [-0.571,   +0.488]     2
      Walk, both ends            m          +11.7   [-136.6,   +159.9]     2
      Journey time               min        +1.58    [+0.52,    +2.64]     2  * worse
      Riders who shared          points    -50.00  [-685.31,  +585.31]     2
      Runs shared                points    -50.00  [-685.31,  +585.31]     2
      Riders per loaded km       riders    -0.250   [-3.427,   +2.927]     2
      Distance driven            km          0.00     [0.00,     0.00]     2
      Driven empty               points      0.00     [0.00,     0.00]     2
      Time with riders aboard    points     -0.14    [-1.90,    +1.63]     2
      Riders per vehicle-hour    riders/h  -0.167   [-2.284,   +1.951]     2
      Vehicle-hours              h           0.00     [0.00,     0.00]     2
      Computing time per day     s         +1.000   [-2.177,   +4.177]     2

    * The 95 % interval excludes 0, each KPI taken by itself.
    Means are means of days; p90 is the nearest rank over all riders of all days.
    A refused rider counts with a wait of 60 min in the wait incl. refused riders.
    Weights: driving 1, wait 1.5, ride 1, walk 1   Seed: 7
    Trace SHA-256: greedy 0123456789ab, batch fedcba987654

    """

  static let japanese = """
    小さな通り (small-street)
    2日、車両1台、予約3件
    注: 道路網は合成したもので、家、店、診療所の三つの場所が二分おきに並ぶ一本の通りであり、実在の町を表
    すものではない。

                                            greedy       batch
    指標                      単位      平均   p90  平均   p90
    ----------------------------------------------------------
    サービス
      予約成立率              %        100.0        83.3
      不成立率                %          0.0        16.7
      利用者数                人         2.5         2.0
    待ち時間
      待ち時間(希望時刻から)  分         0.2   1.5   1.5   1.5
      待ち時間(不成立を含む)  分         0.2   1.5  11.2  60.0
      約束時刻からの遅れ      分         0.0   0.0   0.0   0.0
      待ち時間(申込から)      分        11.4  13.5  12.5  12.5
    移動
      乗車時間                分         3.8   4.5   4.0   4.0
      迂回率                            1.04  1.12  1.00  1.00
      徒歩距離(両端の計)      m           58    70    70    70
      総所要時間              分         5.1   5.7   6.7   6.7
    乗合
      乗合率(人)              %         50.0         0.0
      乗合率(便)              %         50.0         0.0
      平均乗車密度            人        2.25        2.00
    車両
      走行距離                km         2.0         2.0
      空車走行率              %          0.0         0.0
      実車率(時間)            %          2.5         2.3
      1台1時間当たり利用者    人/台時   0.83        0.67
      車両稼働時間            時間       3.0         3.0
      計算時間(1日分)         秒        0.50        1.50

    差 batch - greedy(同じ日どうし)
    指標                      単位        平均          95%信頼区間  日数
    -----------------------------------------------------------------------------
      予約成立率              ポイント  -16.67  [-228.44,  +195.10]     2
      不成立率                ポイント  +16.67  [-195.10,  +228.44]     2
      利用者数                人         -0.50    [-6.85,    +5.85]     2
      待ち時間(希望時刻から)  分         +1.25    [-1.93,    +4.43]     2
      待ち時間(不成立を含む)  分        +11.00  [-109.71,  +131.71]     2
      約束時刻からの遅れ      分          0.00     [0.00,     0.00]     2
      待ち時間(申込から)      分         +1.08    [-4.21,    +6.38]     2
      乗車時間                分         +0.17    [-1.95,    +2.28]     2
      迂回率                            -0.042   [-0.571,   +0.488]     2
      徒歩距離(両端の計)      m          +11.7   [-136.6,   +159.9]     2
      総所要時間              分         +1.58    [+0.52,    +2.64]     2  * 悪化
      乗合率(人)              ポイント  -50.00  [-685.31,  +585.31]     2
      乗合率(便)              ポイント  -50.00  [-685.31,  +585.31]     2
      平均乗車密度            人        -0.250   [-3.427,   +2.927]     2
      走行距離                km          0.00     [0.00,     0.00]     2
      空車走行率              ポイント    0.00     [0.00,     0.00]     2
      実車率(時間)            ポイント   -0.14    [-1.90,    +1.63]     2
      1台1時間当たり利用者    人/台時   -0.167   [-2.284,   +1.951]     2
      車両稼働時間            時間        0.00     [0.00,     0.00]     2
      計算時間(1日分)         秒        +1.000   [-2.177,   +4.177]     2

    * 95%信頼区間が0を含まない(指標ごとに判定)。
    平均は日ごとの値の平均、p90は全日の全利用者にわたる90パーセンタイル(最近順位法)。
    不成立の利用者は待ち時間(不成立を含む)で60分と数える。
    重み: 走行 1、待ち 1.5、迂回 1、徒歩 1   シード: 7
    記録のSHA-256: greedy 0123456789ab、batch fedcba987654

    """
}
