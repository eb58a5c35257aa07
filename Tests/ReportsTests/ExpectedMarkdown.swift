/// The report of `SmallRun` as Markdown, as it must look.
enum ExpectedMarkdown {
  static let english = """
    ## A small street (small-street)

    **Between batch and greedy no difference shows, in waits or in the share served.**

    - Wait from desired time: 1.5 min under batch, 0.2 min under greedy; difference +1.25 min (95 % interval −1.93 to +4.43), which chance alone would explain.
    - Riders served: 83.3 % under batch, 100.0 % under greedy; difference −16.67 points (95 % interval −228.44 to +195.10), which chance alone would explain.
    - Wait incl. refused riders: 11.2 min under batch, 0.2 min under greedy; difference +11.00 min (95 % interval −109.71 to +131.71), which chance alone would explain.
    - Distance driven: 2.0 km under batch, 2.0 km under greedy; difference 0.00 km (95 % interval 0.00 to 0.00), which chance alone would explain.
    - Note: Synthetic road network: one street of three places, each two minutes from the next, which no town has.

    2 days, 1 vehicle, 3 bookings

    | KPI | unit | greedy | p90 | batch | p90 | batch - greedy | 95 % interval |  |
    | :--- | :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | Riders served | %; points | 100.0 |  | 83.3 |  | -16.67 | [-228.44, +195.10] |  |
    | Riders refused | %; points | 0.0 |  | 16.7 |  | +16.67 | [-195.10, +228.44] |  |
    | Riders per day | riders | 2.5 |  | 2.0 |  | -0.50 | [-6.85, +5.85] |  |
    | Wait from desired time | min | 0.2 | 1.5 | 1.5 | 1.5 | +1.25 | [-1.93, +4.43] |  |
    | Wait incl. refused riders | min | 0.2 | 1.5 | 11.2 | 60.0 | +11.00 | [-109.71, +131.71] |  |
    | Behind promised time | min | 0.0 | 0.0 | 0.0 | 0.0 | 0.00 | [0.00, 0.00] |  |
    | Wait from booking | min | 11.4 | 13.5 | 12.5 | 12.5 | +1.08 | [-4.21, +6.38] |  |
    | Ride time | min | 3.8 | 4.5 | 4.0 | 4.0 | +0.17 | [-1.95, +2.28] |  |
    | Detour ratio |  | 1.04 | 1.12 | 1.00 | 1.00 | -0.042 | [-0.571, +0.488] |  |
    | Walk, both ends | m | 58 | 70 | 70 | 70 | +11.7 | [-136.6, +159.9] |  |
    | Journey time | min | 5.1 | 5.7 | 6.7 | 6.7 | +1.58 | [+0.52, +2.64] | * worse |
    | Riders who shared | %; points | 50.0 |  | 0.0 |  | -50.00 | [-685.31, +585.31] |  |
    | Runs shared | %; points | 50.0 |  | 0.0 |  | -50.00 | [-685.31, +585.31] |  |
    | Riders per loaded km | riders | 2.25 |  | 2.00 |  | -0.250 | [-3.427, +2.927] |  |
    | Distance driven | km | 2.0 |  | 2.0 |  | 0.00 | [0.00, 0.00] |  |
    | Driven empty | %; points | 0.0 |  | 0.0 |  | 0.00 | [0.00, 0.00] |  |
    | Time with riders aboard | %; points | 2.5 |  | 2.3 |  | -0.14 | [-1.90, +1.63] |  |
    | Riders per vehicle-hour | riders/h | 0.83 |  | 0.67 |  | -0.167 | [-2.284, +1.951] |  |
    | Vehicle-hours | h | 3.0 |  | 3.0 |  | 0.00 | [0.00, 0.00] |  |
    | Computing time per day | s | 0.50 |  | 1.50 |  | +1.000 | [-2.177, +4.177] |  |

    - \\* The 95 % interval excludes 0, each KPI taken by itself.
    - Means are means of days; p90 is the nearest rank over all riders of all days.
    - A refused rider counts with a wait of 60 min in the wait incl. refused riders.
    - Weights: driving 1, wait 1.5, ride 1, walk 1
    - Seed: 7
    - Trace SHA-256: greedy 0123456789ab, batch fedcba987654

    """

  static let japanese = """
    ## 小さな通り (small-street)

    **batch と greedy の間に、待ち時間にも運べる人の割合にも差は認められない。**

    - 待ち時間(希望時刻から):batch は1.5分、greedy は0.2分。差は+1.25分(95%信頼区間 −1.93〜+4.43)で、偶然でも説明できる。
    - 予約成立率:batch は83.3%、greedy は100.0%。差は−16.67ポイント(95%信頼区間 −228.44〜+195.10)で、偶然でも説明できる。
    - 待ち時間(不成立を含む):batch は11.2分、greedy は0.2分。差は+11.00分(95%信頼区間 −109.71〜+131.71)で、偶然でも説明できる。
    - 走行距離:batch は2.0km、greedy は2.0km。差は0.00km(95%信頼区間 0.00〜0.00)で、偶然でも説明できる。
    - 注: 道路網は合成したもので、家、店、診療所の三つの場所が二分おきに並ぶ一本の通りであり、実在の町を表すものではない。

    2日、車両1台、予約3件

    | 指標 | 単位 | greedy | p90 | batch | p90 | batch - greedy | 95%信頼区間 |  |
    | :--- | :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | 予約成立率 | %、ポイント | 100.0 |  | 83.3 |  | -16.67 | [-228.44, +195.10] |  |
    | 不成立率 | %、ポイント | 0.0 |  | 16.7 |  | +16.67 | [-195.10, +228.44] |  |
    | 利用者数 | 人 | 2.5 |  | 2.0 |  | -0.50 | [-6.85, +5.85] |  |
    | 待ち時間(希望時刻から) | 分 | 0.2 | 1.5 | 1.5 | 1.5 | +1.25 | [-1.93, +4.43] |  |
    | 待ち時間(不成立を含む) | 分 | 0.2 | 1.5 | 11.2 | 60.0 | +11.00 | [-109.71, +131.71] |  |
    | 約束時刻からの遅れ | 分 | 0.0 | 0.0 | 0.0 | 0.0 | 0.00 | [0.00, 0.00] |  |
    | 待ち時間(申込から) | 分 | 11.4 | 13.5 | 12.5 | 12.5 | +1.08 | [-4.21, +6.38] |  |
    | 乗車時間 | 分 | 3.8 | 4.5 | 4.0 | 4.0 | +0.17 | [-1.95, +2.28] |  |
    | 迂回率 |  | 1.04 | 1.12 | 1.00 | 1.00 | -0.042 | [-0.571, +0.488] |  |
    | 徒歩距離(両端の計) | m | 58 | 70 | 70 | 70 | +11.7 | [-136.6, +159.9] |  |
    | 総所要時間 | 分 | 5.1 | 5.7 | 6.7 | 6.7 | +1.58 | [+0.52, +2.64] | * 悪化 |
    | 乗合率(人) | %、ポイント | 50.0 |  | 0.0 |  | -50.00 | [-685.31, +585.31] |  |
    | 乗合率(便) | %、ポイント | 50.0 |  | 0.0 |  | -50.00 | [-685.31, +585.31] |  |
    | 平均乗車密度 | 人 | 2.25 |  | 2.00 |  | -0.250 | [-3.427, +2.927] |  |
    | 走行距離 | km | 2.0 |  | 2.0 |  | 0.00 | [0.00, 0.00] |  |
    | 空車走行率 | %、ポイント | 0.0 |  | 0.0 |  | 0.00 | [0.00, 0.00] |  |
    | 実車率(時間) | %、ポイント | 2.5 |  | 2.3 |  | -0.14 | [-1.90, +1.63] |  |
    | 1台1時間当たり利用者 | 人/台時 | 0.83 |  | 0.67 |  | -0.167 | [-2.284, +1.951] |  |
    | 車両稼働時間 | 時間 | 3.0 |  | 3.0 |  | 0.00 | [0.00, 0.00] |  |
    | 計算時間(1日分) | 秒 | 0.50 |  | 1.50 |  | +1.000 | [-2.177, +4.177] |  |

    - \\* 95%信頼区間が0を含まない(指標ごとに判定)。
    - 平均は日ごとの値の平均、p90は全日の全利用者にわたる90パーセンタイル(最近順位法)。
    - 不成立の利用者は待ち時間(不成立を含む)で60分と数える。
    - 重み: 走行 1、待ち 1.5、迂回 1、徒歩 1
    - シード: 7
    - 記録のSHA-256: greedy 0123456789ab、batch fedcba987654

    """
}
