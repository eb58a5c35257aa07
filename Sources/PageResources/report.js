// The page's own script: words, tables, charts, the map and the animation.
//
// Everything shown comes from the JSON in the page. Texts reach the document as text alone, never
// as markup: a stop may be called anything.
(() => {
  "use strict";

  const parsed = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = parsed("data");
  const words = parsed("words");
  const baseMap = parsed("base-map");
  const Charts = globalThis.Chart;
  const Leaflet = globalThis.L;

  const strategies = data.strategies;
  const indicators = new Map(data.indicators.map((entry, position) => [entry.id, { ...entry, position }]));
  const REFUSED = "#aa3377";
  const BANDS = ["#d6e6f2", "#9cc4e0", "#5b9bc9", "#2a6da3", "#0b3c66"];
  const ACTIVITIES = {
    drivingLoaded: "#14466b", drivingEmpty: "#8fb4d1", boarding: "#c77d00", waiting: "#e4e7eb",
  };
  const WAIT_STEPS = [1, 2, 4, 8, 16];
  const WAIT_COLOURS = ["#fdf0cf", "#fbc77d", "#f08a4b", "#cf4a57", "#8b2670", "#3f0f56"];
  const FEW_RIDERS = 10;
  const CHARTED_ZONES = 12;

  let language = /^ja\b/i.test(navigator.language || "") ? "ja" : "en";

  // ---- Words and numbers ----

  const word = (key, values = {}) => {
    const entry = words[key];
    if (!entry) throw new Error(`no text for ${key}`);
    return entry[language].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  };
  const counted = (noun, count) =>
    word(count === 1 ? `count.${noun}.one` : `count.${noun}`, { count: number(count) });
  const told = (text) => text[language];
  const locale = () => (language === "ja" ? "ja-JP" : "en-GB");

  /** Zero has no sign; others have a real minus. */
  const number = (value, decimals = 0, signed = false) => {
    if (value === null || value === undefined) return word("none");
    const format = new Intl.NumberFormat(locale(), {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals,
    });
    const text = format.format(Math.abs(value));
    const isZero = !/[1-9]/.test(text);
    if (isZero || (value > 0 && !signed)) return text;
    return (value < 0 ? "−" : "+") + text;
  };
  const figure = (entry, value) =>
    number(value === null || value === undefined ? null : value * entry.scale, entry.decimals);
  /** A decimal more than a value: differences are small beside what differs. */
  const change = (entry, value) =>
    number(value === null || value === undefined ? null : value * entry.scale, entry.decimals + 1, true);
  const minutes = (seconds, decimals = 1) =>
    number(seconds === null || seconds === undefined ? null : seconds / 60, decimals);
  const percent = (share, decimals = 1) => number(share * 100, decimals);

  const clock = (seconds) => {
    if (seconds === null || seconds === undefined) return word("none");
    const time = Math.abs(Math.floor(seconds < 0 ? seconds + 86400 : seconds));
    const pad = (count) => String(count).padStart(2, "0");
    const text = `${pad(Math.floor(time / 3600))}:${pad(Math.floor(time / 60) % 60)}`;
    return seconds < 0 ? word("time.before", { time: text }) : text;
  };

  /** English readers get both scripts, where both are known. */
  const placeName = (name) =>
    language === "en" && name.latin ? `${name.latin} ${name.name}` : name.name || word("none");
  const shortName = (name) => (language === "en" && name.latin) || name.name || word("none");
  const groupName = (division, name) => {
    if (division === "channel") return word(`channel.${name.name}`);
    if (division === "hour") return word("hour.name", { hour: name.name });
    return placeName(name);
  };
  const reasonName = (reason) => (words[`reason.${reason}`] ? word(`reason.${reason}`) : reason);

  // ---- The document ----

  const $ = (id) => document.getElementById(id);

  const element = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (key === "style") Object.assign(node.style, value);
      else if (key === "on") for (const [type, act] of Object.entries(value)) node.addEventListener(type, act);
      else node.setAttribute(key, value === true ? "" : value);
    }
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
  };
  const fill = (id, ...children) => $(id).replaceChildren(...children);
  const swatch = (colour) => element("span", { class: "swatch", style: { background: colour }, "aria-hidden": "true" });
  const strategyLabel = (strategy) => [element("span", { class: "strategy" }, swatch(strategy.colour), strategy.id)];

  /** A cell is a text, or { text, ...attributes }; numbers are flush right. */
  const cellOf = (tag, cell) => {
    if (cell === null || cell === undefined) return element(tag);
    if (typeof cell === "string") return element(tag, {}, cell);
    if (cell instanceof Node || Array.isArray(cell)) return element(tag, {}, ...[cell].flat());
    const { text, ...attributes } = cell;
    return element(tag, attributes, ...[text].flat());
  };
  const right = (text, attributes = {}) => ({ text, class: "number", ...attributes });

  /** `head` has one row or more; the first cell of a row names it. */
  const table = ({ title, head, rows, visibleTitle = true }) => {
    const body = rows.map((row) => {
      if (row.heading !== undefined) {
        const columns = head[head.length - 1].length;
        return element("tr", { class: "heading" },
          element("th", { scope: "colgroup", colspan: Math.max(columns, row.columns || 0) }, row.heading));
      }
      const [first, ...others] = row.cells || row;
      const name = cellOf("th", first);
      name.setAttribute("scope", "row");
      return element("tr", { class: row.total ? "total" : null }, name, ...others.map((cell) => cellOf("td", cell)));
    });
    const heads = head.map((row) => element("tr", {}, ...row.map((cell) => {
      const node = cellOf("th", cell);
      node.setAttribute("scope", node.hasAttribute("colspan") ? "colgroup" : "col");
      return node;
    })));
    return element("div", { class: "table", tabindex: "0", role: "group", "aria-label": word("table.scroll", { title }) },
      element("table", {},
        visibleTitle ? element("caption", {}, title) : null,
        element("thead", {}, ...heads), element("tbody", {}, ...body)));
  };

  // ---- Charts ----

  let drawn = [];
  const SANS = getComputedStyle(document.body).fontFamily;

  /** Draws the 95 % interval of each point. */
  const intervals = {
    id: "intervals",
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      chart.data.datasets.forEach((dataset, position) => {
        if (!dataset.intervals) return;
        chart.getDatasetMeta(position).data.forEach((point, index) => {
          const interval = dataset.intervals[index];
          if (!interval) return;
          const [low, high] = interval.map((value) => chart.scales.x.getPixelForValue(value));
          ctx.save();
          ctx.strokeStyle = dataset.borderColor;
          ctx.lineWidth = 2;
          ctx.beginPath();
          ctx.moveTo(low, point.y); ctx.lineTo(high, point.y);
          for (const end of [low, high]) { ctx.moveTo(end, point.y - 5); ctx.lineTo(end, point.y + 5); }
          ctx.stroke();
          ctx.restore();
        });
      });
    },
  };

  /**
   * A chart with its title, caption and the same figures as a table; the table alone where there is
   * nothing to draw with.
   */
  const chart = ({ title, level = "h3", caption, height, config, table: figures, alternative }) => {
    if (!Charts) return figures;
    const canvas = element("canvas", { role: "img", "aria-label": alternative || title });
    const holder = element("div", { class: "canvas", style: { height: `${height}px` } }, canvas);
    const node = element("figure", {},
      element(level, {}, title), holder,
      caption ? element("figcaption", {}, caption) : null,
      figures ? element("details", {}, element("summary", {}, word("asTable")), figures) : null);
    drawn.push({ canvas, config });
    return node;
  };

  const drawCharts = () => {
    if (!Charts) return;
    Charts.defaults.font.family = SANS;
    Charts.defaults.font.size = 12;
    Charts.defaults.color = "#3d444e";
    Charts.defaults.animation = false;
    Charts.defaults.maintainAspectRatio = false;
    drawn = drawn.map(({ canvas, config }) => new Charts(canvas, config()));
  };
  const eraseCharts = () => {
    for (const one of drawn) if (one.destroy) one.destroy();
    drawn = [];
  };

  const grid = { color: "#e6e9ed", borderColor: "#aab2bd" };
  const percentTicks = { callback: (value) => number(value, 0) };

  // ---- The answer ----

  const CARDS = ["served_share", "wait_desired", "wait_penalised", "vkt"];

  const card = (id) => {
    const entry = indicators.get(id);
    const values = strategies.map((strategy) => element("div", {},
      element("dt", {}, ...strategyLabel(strategy)),
      element("dd", {},
        element("span", { "data-kpi": id, "data-strategy": strategy.id, "data-figure": "mean" },
          figure(entry, strategy.figures[entry.position].mean)),
        element("small", {}, told(entry.unit)))));
    const changes = data.comparisons.map(({ b, differences }) => {
      const { verdict } = differences[entry.position];
      const name = data.comparisons.length > 1 ? `${b}: ` : "";
      return element("p", { class: "change" }, name,
        element("span", { class: `verdict-${verdict}` }, word(`verdict.${verdict}`)));
    });
    return element("div", { class: "card" },
      element("h3", {}, told(entry.label)), element("dl", {}, ...values), ...changes);
  };

  const showAnswer = () => {
    fill("title", told(data.title));
    fill("size", ["days", "vehicles", "bookings", "riders"].map((one) => counted(one, data[one]))
      .join(language === "ja" ? "・" : " · "));
    fill("answers", ...data.headline.answers.map((text) => element("p", {}, told(text))));
    fill("cards", ...CARDS.map(card));
    fill("reasons", ...data.headline.reasons.map((text) => element("li", {}, told(text))));
    fill("remarks", ...data.remarks.map((text) => element("li", {}, told(text))));
    $("remarks").hidden = data.remarks.length === 0;
  };

  // ---- Strategies ----

  const FOREST = [
    "served_share", "wait_desired", "wait_penalised", "ride_time", "journey_time", "detour_ratio",
    "pooled_share", "pooled_run_share", "occupancy", "vkt", "empty_vkt_share", "loaded_time_share",
    "riders_per_vehicle_hour",
  ];

  /** Beyond so many per cent a difference would squeeze all others: the table alone has it. */
  const FARTHEST = 300;

  const forest = (comparison) => {
    const base = strategies[0];
    const all = FOREST.map((id) => indicators.get(id)).flatMap((entry) => {
      const difference = comparison.differences[entry.position];
      const mean = base.figures[entry.position].mean;
      if (!mean || difference.low === null || difference.low === undefined) return [];
      const share = (value) => (100 * value) / Math.abs(mean);
      return [{ entry, difference, value: share(difference.mean), interval: [share(difference.low), share(difference.high)] }];
    });
    const rows = all.filter((row) => row.interval.every((end) => Math.abs(end) <= FARTHEST));
    if (rows.length === 0 || !Charts) return null;
    const strategy = strategies.find((one) => one.id === comparison.b);
    const names = { a: comparison.a, b: comparison.b };
    const label = ({ entry, difference }) => (difference.verdict === "tie"
      ? told(entry.label)
      : word("forest.tick", { label: told(entry.label), verdict: word(`verdict.${difference.verdict}`) }));
    return chart({
      title: word("forest.title", names),
      caption: word(rows.length < all.length ? "forest.captionCut" : "forest.caption", { ...names, farthest: FARTHEST }),
      height: 70 + 27 * rows.length,
      alternative: `${word("forest.title", names)}. ` + rows.map((row) =>
        `${told(row.entry.label)} ${number(row.value, 1, true)} % (${word(`verdict.${row.difference.verdict}`)})`).join("; "),
      config: () => ({
        type: "line",
        data: {
          labels: rows.map(label),
          datasets: [{
            data: rows.map((row) => row.value), intervals: rows.map((row) => row.interval),
            showLine: false, borderColor: strategy.colour, pointRadius: 5, pointHoverRadius: 6,
            pointBorderWidth: 2,
            pointBackgroundColor: rows.map((row) => (row.difference.verdict === "tie" ? "#fff" : strategy.colour)),
          }],
        },
        plugins: [intervals],
        options: {
          indexAxis: "y",
          scales: {
            x: {
              title: { display: true, text: word("forest.axis") }, ticks: percentTicks,
              suggestedMin: Math.min(...rows.map((row) => row.interval[0])),
              suggestedMax: Math.max(...rows.map((row) => row.interval[1])),
              grid: { ...grid, color: (context) => (context.tick && context.tick.value === 0 ? "#16191d" : grid.color) },
            },
            y: { grid: { display: false }, ticks: { color: "#16191d" } },
          },
          plugins: {
            legend: { display: false },
            tooltip: { callbacks: { label: (item) => {
              const { entry, difference } = rows[item.dataIndex];
              return `${change(entry, difference.mean)} ${told(entry.differenceUnit)} (${word("range", { low: change(entry, difference.low), high: change(entry, difference.high) })})`;
            } } },
          },
        },
      }),
    });
  };

  const strategiesTable = () => {
    const quantiles = (entry) => (entry.isPerRider ? ["p90"] : []);
    const head = [
      [{ text: word("kpi"), rowspan: 2 }, { text: word("unit"), rowspan: 2 },
        ...strategies.map((strategy) => ({ text: strategyLabel(strategy), colspan: 3, class: "span" })),
        ...data.comparisons.map(({ a, b }) => ({ text: word("difference", { a, b }), colspan: 3, class: "span" }))],
      [...strategies.flatMap(() => [right(word("mean")), right(word("interval")), right(word("p90"))]),
        ...data.comparisons.flatMap(() => [right(word("mean")), right(word("interval")), word("verdict")])],
    ];
    const columns = 2 + 3 * (strategies.length + data.comparisons.length);
    const range = (entry, show, { low, high }) => (low === null || low === undefined
      ? word("none") : word("range", { low: show(entry, low), high: show(entry, high) }));
    const rows = data.groups.flatMap((group) => [
      { heading: told(group.title), columns },
      ...group.indicators.map((id) => indicators.get(id)).map((entry) => [
        element("a", { href: `#kpi-${entry.id}` }, told(entry.label)),
        told(entry.unit),
        ...strategies.flatMap((strategy) => {
          const own = strategy.figures[entry.position];
          const mark = (name) => ({ "data-kpi": entry.id, "data-strategy": strategy.id, "data-figure": name });
          return [
            right(figure(entry, own.mean), mark("mean")),
            right(range(entry, figure, own), mark("ci95")),
            right(quantiles(entry).length ? figure(entry, own.p90) : "", quantiles(entry).length ? mark("p90") : {}),
          ];
        }),
        ...data.comparisons.flatMap(({ b, differences }) => {
          const own = differences[entry.position];
          const mark = (name) => ({ "data-kpi": entry.id, "data-against": b, "data-figure": name });
          return [
            right(`${change(entry, own.mean)}`, mark("difference")),
            right(range(entry, change, own), mark("ci95")),
            { text: own.verdict === "tie" ? "" : word(`verdict.${own.verdict}`), class: `verdict-${own.verdict}` },
          ];
        }),
      ]),
    ]);
    return table({ title: word("strategies"), head, rows, visibleTitle: false });
  };

  const showStrategies = () => {
    fill("forests", ...data.comparisons.map(forest).filter(Boolean));
    fill("strategies-table", strategiesTable());
  };

  // ---- Waits ----

  const bandNames = () => {
    const { bounds } = data.waits;
    return [
      word("band.first", { high: bounds[0] }),
      ...bounds.slice(1).map((high, position) => word("band.middle", { low: bounds[position], high })),
      word("band.last", { low: bounds[bounds.length - 1] }),
    ];
  };

  const boardedChart = () => {
    const { boarded } = data.waits;
    const axis = boarded[0].map((_, minute) => minute);
    const lowest = Math.min(...boarded.map((shares) => 100 * shares[0]));
    const shown = axis.filter((minute) => [0, 1, 2, 3, 5, 10, 15, 20, 30, 45, 60].includes(minute));
    return chart({
      title: word("boarded"), caption: word("boarded.caption"), height: 300,
      config: () => ({
        type: "line",
        data: {
          labels: axis,
          datasets: strategies.map((strategy, position) => ({
            label: strategy.id, data: boarded[position].map((share) => 100 * share), stepped: "before",
            borderColor: strategy.colour, backgroundColor: strategy.colour, borderWidth: 2.5,
            borderDash: [[], [7, 4], [2, 3]][position % 3], pointRadius: 0, pointHitRadius: 8,
          })),
        },
        options: {
          interaction: { mode: "index", intersect: false },
          scales: {
            x: { type: "linear", title: { display: true, text: word("boarded.minutes") }, grid, max: axis.length - 1 },
            y: { title: { display: true, text: word("boarded.share") }, min: Math.max(0, 10 * Math.floor((lowest - 5) / 10)), max: 100, ticks: percentTicks, grid },
          },
          plugins: {
            legend: { position: "top", align: "start", labels: { boxWidth: 26, boxHeight: 2 } },
            tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${number(item.parsed.y, 1)} %` } },
          },
        },
      }),
      table: table({
        title: word("boarded"),
        head: [[word("boarded.minutes"), ...strategies.map((strategy) => right(strategyLabel(strategy)))]],
        rows: shown.map((minute) => [
          number(minute), ...strategies.map((_, position) => right(`${percent(boarded[position][minute])} %`)),
        ]),
      }),
    });
  };

  const divisionTable = (division) => {
    const names = bandNames();
    return table({
      title: word(`by.${division.id}`),
      head: [[
        word("group"), word("strategy"), right(word("riders")), ...names.map((name) => right(name)),
        right(word("refused")), right(`${word("mean")}, ${word("minutes")}`),
        right(`${word("p50")}, ${word("minutes")}`), right(`${word("p90")}, ${word("minutes")}`),
        right(`${word("p95")}, ${word("minutes")}`), right(`${word("penalised")}, ${word("minutes")}`),
      ]],
      rows: division.groups.flatMap((group) => group.profiles.map((profile, position) => [
        groupName(division.id, group.name), strategyLabel(strategies[position]), right(number(profile.riders)),
        ...profile.counts.map((count) => right(number(count))), right(number(profile.refused)),
        right(minutes(profile.mean)), right(minutes(profile.p50)), right(minutes(profile.p90)),
        right(minutes(profile.p95)), right(minutes(profile.penalisedMean)),
      ])),
    });
  };

  const divisionChart = (division, strategy, position) => {
    const groups = division.groups.slice(0, division.id === "zone" ? CHARTED_ZONES : undefined);
    const isUpright = division.id === "hour";
    const names = [...bandNames(), word("refused")];
    const colours = [...BANDS, REFUSED];
    const counts = (profile) => [...profile.counts, profile.refused];
    const category = { stacked: true, grid: { display: false }, ticks: { color: "#16191d", autoSkip: false } };
    const shares = { stacked: true, min: 0, max: 100, grid, ticks: percentTicks, title: { display: true, text: word("boarded.share") } };
    return chart({
      title: element("span", {}, ...strategyLabel(strategy)), level: "h4",
      height: isUpright ? 260 : 90 + 30 * groups.length,
      alternative: `${word(`by.${division.id}`)}: ${strategy.id}`,
      config: () => ({
        type: "bar",
        data: {
          labels: groups.map((group) => (division.id === "hour" ? group.name.name
            : division.id === "zone" ? shortName(group.name) : groupName(division.id, group.name))),
          datasets: names.map((name, band) => ({
            label: name, backgroundColor: colours[band], borderColor: "#fff", borderWidth: 0.5,
            data: groups.map((group) => {
              const profile = group.profiles[position];
              return profile.riders ? (100 * counts(profile)[band]) / profile.riders : 0;
            }),
          })),
        },
        options: {
          indexAxis: isUpright ? "x" : "y",
          scales: isUpright ? { x: category, y: shares } : { x: shares, y: category },
          plugins: {
            legend: { position: "bottom", align: "start", labels: { boxWidth: 12, boxHeight: 12, padding: 8 } },
            tooltip: { callbacks: { label: (item) => {
              const profile = groups[item.dataIndex].profiles[position];
              return `${item.dataset.label}: ${number(counts(profile)[item.datasetIndex])} / ${number(profile.riders)}`;
            } } },
          },
        },
      }),
    });
  };

  const showWaits = () => {
    fill("boarded", boardedChart());
    fill("divisions", ...data.waits.divisions.flatMap((division) => {
      const title = element("h3", { id: `by-${division.id}` }, word(`by.${division.id}`));
      if (!Charts) return [divisionTable(division)];
      const caption = division.id === "zone" && division.groups.length > CHARTED_ZONES
        ? word("by.caption.zone", { count: CHARTED_ZONES }) : word("by.caption");
      return [
        title, element("p", { class: "note" }, caption),
        element("div", { class: "grid" }, ...strategies.map((strategy, position) => divisionChart(division, strategy, position))),
        element("details", {}, element("summary", {}, word("asTable")), divisionTable(division)),
      ];
    }));
  };

  // ---- Lines as the page keeps them: differences, five bits a character ----

  const decoded = (text, width) => {
    const rows = [];
    const last = new Array(width).fill(0);
    let at = 0;
    while (at < text.length) {
      for (let column = 0; column < width; column += 1) {
        let bits = 0; let shift = 0; let chunk;
        do {
          chunk = text.charCodeAt(at) - 63;
          at += 1;
          bits += (chunk & 31) * 2 ** shift;
          shift += 5;
        } while (chunk >= 32);
        last[column] += bits % 2 ? -(bits + 1) / 2 : bits / 2;
      }
      rows.push(last.slice());
    }
    return rows;
  };
  const points = (line) => decoded(line, 2).map(([latitude, longitude]) => [latitude / 1e5, longitude / 1e5]);

  // ---- Maps ----

  const STREETS = {
    trunk: { weight: 3, color: "#b3b9c2" }, primary: { weight: 2.4, color: "#bdc3cb" },
    collector: { weight: 1.6, color: "#c8cdd4" }, local: { weight: 0.9, color: "#cfd4da" },
  };

  const extent = () => {
    const all = [
      ...data.town.stops.map((stop) => [stop.latitude, stop.longitude]),
      ...data.town.zones.map((zone) => [zone.latitude, zone.longitude]),
    ];
    return Leaflet.latLngBounds(all).pad(0.06);
  };

  const makeMap = (id) => {
    const map = Leaflet.map(id, { zoomSnap: 0.25, scrollWheelZoom: false, attributionControl: Boolean(baseMap) });
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    map.fitBounds(extent());
    if (baseMap) Leaflet.tileLayer(baseMap.tiles, { maxZoom: 18, attribution: told(baseMap.attribution) }).addTo(map);
    map.createPane("streets").style.zIndex = 350;
    // Drawn as vectors, so that they print sharp.
    const renderer = Leaflet.svg({ pane: "streets", padding: 0.3 });
    for (const { roadClass, lines } of data.town.streets) {
      Leaflet.polyline(lines.map(points), {
        ...STREETS[roadClass], interactive: false, renderer, pane: "streets", smoothFactor: 0.6,
        opacity: baseMap ? 0.5 : 1,
      }).addTo(map);
    }
    Leaflet.control.scale({ imperial: false }).addTo(map);
    return map;
  };

  const tip = (...lines) => element("div", {}, ...lines.flatMap((line, position) =>
    (position ? [element("br"), line] : [element("strong", {}, line)])));

  const town = { map: null, strategy: 0, layers: {} };

  const zoneColour = (seconds) => {
    const step = WAIT_STEPS.findIndex((bound) => seconds / 60 <= bound);
    return WAIT_COLOURS[step < 0 ? WAIT_STEPS.length : step];
  };

  const drawTown = () => {
    const { map, layers, strategy } = town;
    for (const layer of Object.values(layers)) layer.remove();
    const zones = data.town.zones.filter((zone) => zone.figures[strategy].riders > 0);
    layers.zones = Leaflet.layerGroup(zones.map((zone) => {
      const own = zone.figures[strategy];
      const isFew = own.riders < FEW_RIDERS;
      return Leaflet.circle([zone.latitude, zone.longitude], {
        radius: zone.radiusInMeters, fillColor: zoneColour(own.penalisedMean), fillOpacity: isFew ? 0.5 : 0.78,
        color: "#3d444e", weight: 1, dashArray: isFew ? "3 4" : null,
      }).bindTooltip(() => tip(placeName(zone.name), word("town.zoneTip", {
        riders: counted("riders", own.riders), refused: number(own.refused), wait: minutes(own.penalisedMean),
      })));
    }));
    layers.stops = Leaflet.layerGroup(data.town.stops.map((stop) => Leaflet.circleMarker(
      [stop.latitude, stop.longitude],
      stop.servesRiders
        ? { radius: 4, color: "#16191d", weight: 1.5, fillColor: "#fff", fillOpacity: 1 }
        : { radius: 6, color: "#fff", weight: 1.5, fillColor: "#16191d", fillOpacity: 1 },
    ).bindTooltip(() => tip(placeName(stop.name), ...(stop.servesRiders ? [] : [word("town.depot")])))));
    layers.refusals = Leaflet.layerGroup(data.town.refusals.filter((one) => one.strategy === strategy).map((one) =>
      Leaflet.marker([one.latitude, one.longitude], {
        keyboard: false,
        icon: Leaflet.divIcon({ className: "refusal-mark", iconSize: [13, 13] }),
      }).bindTooltip(() => tip(placeName(one.zone), word("town.refusalTip", {
        day: one.day, time: clock(one.desired), riders: counted("riders", one.riders), reason: reasonName(one.reason),
      })))));
    for (const [name, layer] of Object.entries(layers)) if ($(`show-${name}`).checked) layer.addTo(map);
  };

  /** Radio buttons for the strategies; none where there is one only. */
  const strategyChoice = (id, chosen, act) => {
    $(id).hidden = strategies.length < 2;
    fill(id, element("legend", {}, word("strategy")), ...strategies.map((strategy, position) => element("label", {},
      element("input", {
        type: "radio", name: id, value: position, checked: position === chosen, on: { change: () => act(position) },
      }), " ", ...strategyLabel(strategy))));
  };

  const key = (attributes, text) => element("span", {}, element("i", { class: "key", "aria-hidden": "true", ...attributes }), text);

  const townLegend = () => {
    const bands = WAIT_COLOURS.map((colour, step) => key({ style: { background: colour } },
      step === 0 ? word("band.first", { high: WAIT_STEPS[0] })
        : step === WAIT_STEPS.length ? word("band.last", { low: WAIT_STEPS[step - 1] })
          : word("band.middle", { low: WAIT_STEPS[step - 1], high: WAIT_STEPS[step] })));
    const hasRefusals = data.town.refusals.length > 0;
    return [
      ...(data.town.zones.length ? [element("span", {}, word("town.legend")), ...bands] : []),
      key({ class: "key round", style: { background: "#fff", borderColor: "#16191d" } }, word("town.stops")),
      key({ class: "key round", style: { background: "#16191d" } }, word("town.depot")),
      hasRefusals ? key({ class: "key cross" }, word("town.refusals")) : null,
    ].filter(Boolean);
  };

  const zonesTable = () => table({
    title: word("town"),
    head: [[word("town.zone"), ...strategies.flatMap((strategy) => [
      right([...strategyLabel(strategy), `: ${word("riders")}`]), right(word("refused")),
      right(`${word("penalised")}, ${word("minutes")}`),
    ])]],
    rows: data.town.zones.map((zone) => [placeName(zone.name), ...zone.figures.flatMap((own) => [
      right(number(own.riders)), right(number(own.refused)), right(minutes(own.penalisedMean)),
    ])]),
  });

  const showTown = () => {
    const hasZones = data.town.zones.length > 0;
    fill("town-title", word(hasZones ? "town" : "town.plain"));
    fill("town-lead", word(hasZones ? "town.lead" : "town.leadPlain"));
    fill("town-note", hasZones ? word("town.note") : "");
    const figures = hasZones ? zonesTable() : null;
    if (!Leaflet) { fill("town-table", ...(figures ? [figures] : [])); return; }
    strategyChoice("town-strategies", town.strategy, (position) => { town.strategy = position; drawTown(); });
    if (!town.map) {
      town.map = makeMap("town-map");
      for (const name of ["zones", "stops", "refusals"]) $(`show-${name}`).addEventListener("change", drawTown);
      $("show-zones").parentElement.hidden = !hasZones;
      $("show-refusals").parentElement.hidden = data.town.refusals.length === 0;
    }
    drawTown();
    fill("town-legend", ...townLegend());
    fill("town-table", ...(figures ? [element("details", {}, element("summary", {}, word("asTable")), figures)] : []));
  };

  // ---- The day, replayed ----

  const replay = {
    map: null, strategy: 0, now: data.day ? data.day.opens : 0, isPlaying: false, followed: null,
    vehicles: [], riders: [], marks: [], dots: new Map(), lastFrame: null, layer: null, drive: null,
  };

  const preparedRun = (run) => ({
    vehicles: run.vehicles.map((vehicle, index) => ({
      ...vehicle,
      drives: vehicle.drives.map((line) => decoded(line, 3).map(([latitude, longitude, tenths]) =>
        ({ at: [latitude / 1e5, longitude / 1e5], time: tenths / 10 }))),
      riders: run.outcomes.flatMap((outcome, rider) => (outcome.vehicle === index ? [rider] : [])),
    })),
    outcomes: run.outcomes,
  });
  const runs = data.day ? data.day.runs.map(preparedRun) : [];

  const between = (a, b, share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];

  /** The last of the sorted entries whose time is not after `time`; −1 before the first. */
  const lastBefore = (entries, time, timeOf) => {
    let [low, high] = [-1, entries.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (timeOf(entries[middle]) <= time) low = middle; else high = middle - 1;
    }
    return low;
  };

  const vehicleAt = (vehicle, time) => {
    const index = lastBefore(vehicle.drives, time, (drive) => drive[0].time);
    if (index < 0) return { at: vehicle.start, drive: null };
    const drive = vehicle.drives[index];
    const point = lastBefore(drive, time, (one) => one.time);
    if (point === drive.length - 1) return { at: drive[point].at, drive: null };
    const [a, b] = [drive[point], drive[point + 1]];
    return { at: between(a.at, b.at, (time - a.time) / (b.time - a.time)), drive };
  };

  const activityAt = (vehicle, time) => {
    if (time < vehicle.onDuty || time >= vehicle.offDuty) return "offDuty";
    const index = lastBefore(vehicle.periods, time, (period) => period.from);
    return index < 0 ? "waiting" : vehicle.periods[index].activity;
  };

  const stopAt = (index) => [data.town.stops[index].latitude, data.town.stops[index].longitude];

  /** Where a party is, and what it does; no place where it is not out. */
  const riderAt = (rider, time) => {
    const party = data.day.parties[rider];
    const outcome = runs[replay.strategy].outcomes[rider];
    if (outcome.reason) {
      const shown = Math.max(outcome.refused, party.desired);
      return { state: time < outcome.refused ? "before" : "refused", at: time >= shown && time < shown + 1200 ? party.origin : null };
    }
    if (time < party.desired) return { state: "before", at: null };
    if (time < outcome.ready) {
      return { state: "toStop", at: between(party.origin, stopAt(outcome.pickup), (time - party.desired) / (outcome.ready - party.desired)) };
    }
    if (time < outcome.boarded) return { state: "waiting", at: stopAt(outcome.pickup) };
    if (time < outcome.alighted) return { state: "aboard", at: vehicleAt(runs[replay.strategy].vehicles[outcome.vehicle], time).at };
    if (time < outcome.arrived) {
      return { state: "fromStop", at: between(stopAt(outcome.dropoff), party.destination, (time - outcome.alighted) / (outcome.arrived - outcome.alighted)) };
    }
    return { state: "arrived", at: null };
  };

  const DOTS = {
    toStop: { radius: 4, color: "#525a66", weight: 1.5, fillColor: "#fff", fillOpacity: 1 },
    fromStop: { radius: 4, color: "#525a66", weight: 1.5, fillColor: "#fff", fillOpacity: 1 },
    waiting: { radius: 6, color: "#16191d", weight: 1.5, fillColor: "#ffd23f", fillOpacity: 1 },
    refused: { radius: 6, color: "#fff", weight: 1.5, fillColor: REFUSED, fillOpacity: 1 },
  };

  const aboard = (vehicle, time) => vehicle.riders.filter((rider) => {
    const outcome = runs[replay.strategy].outcomes[rider];
    return time >= outcome.boarded && time < outcome.alighted;
  });
  const people = (riders) => riders.reduce((sum, rider) => sum + data.day.parties[rider].riders, 0);

  const setUpRun = () => {
    const { map } = replay;
    for (const mark of replay.marks) mark.remove();
    for (const { dot } of replay.dots.values()) dot.remove();
    if (replay.drive) replay.drive.remove();
    replay.dots.clear();
    const colour = strategies[replay.strategy].colour;
    replay.drive = Leaflet.polyline([], { color: colour, weight: 5, opacity: 0.55, interactive: false }).addTo(map);
    replay.marks = runs[replay.strategy].vehicles.map((vehicle) => {
      const body = element("div", { class: "vehicle-mark", style: { background: colour } }, "");
      const mark = Leaflet.marker(vehicle.start, {
        icon: Leaflet.divIcon({ className: "", html: body, iconSize: [26, 26] }), keyboard: false, zIndexOffset: 1000,
      }).addTo(map);
      mark.bindTooltip(() => tip(vehicle.name, word(`activity.${activityAt(vehicle, replay.now)}`)), { direction: "top", offset: [0, -12] });
      mark.body = body;
      return mark;
    });
  };

  const drawDots = (time) => {
    const tally = { walking: 0, waiting: 0, aboard: 0, served: 0, refused: 0 };
    const share = { toStop: "walking", fromStop: "walking", waiting: "waiting", aboard: "aboard", arrived: "served", refused: "refused" };
    data.day.parties.forEach((party, rider) => {
      const { state, at } = riderAt(rider, time);
      if (share[state]) tally[share[state]] += party.riders;
      const known = replay.dots.get(rider);
      if (!at || state === "aboard") {
        if (known) { known.dot.remove(); replay.dots.delete(rider); }
        return;
      }
      if (known && known.state === state) { known.dot.setLatLng(at); return; }
      if (known) known.dot.remove();
      const dot = Leaflet.circleMarker(at, DOTS[state]).addTo(replay.map);
      dot.bindTooltip(() => tip(word("day.rider", { id: rider }), stateText(rider, replay.now)));
      replay.dots.set(rider, { dot, state });
    });
    return tally;
  };

  const stateText = (rider, time) => {
    const { state } = riderAt(rider, time);
    const outcome = runs[replay.strategy].outcomes[rider];
    return word(`state.${state}`, {
      vehicle: state === "aboard" ? runs[replay.strategy].vehicles[outcome.vehicle].name : "",
      reason: outcome.reason ? reasonName(outcome.reason) : "",
    });
  };

  const showFollowed = (time) => {
    const { followed } = replay;
    if (!followed) { fill("followed"); return; }
    if (followed.kind === "vehicle") {
      const vehicle = runs[replay.strategy].vehicles[followed.index];
      const riders = aboard(vehicle, time);
      fill("followed", element("h3", {}, vehicle.name),
        element("p", {}, `${word(`activity.${activityAt(vehicle, time)}`)} · ${word("followed.aboard", { count: number(people(riders)) })}`),
        ...riders.map((rider) => element("p", {}, `${word("day.rider", { id: rider })}: ${shortName(data.town.stops[runs[replay.strategy].outcomes[rider].dropoff].name)}`)));
      return;
    }
    const party = data.day.parties[followed.index];
    const outcome = runs[replay.strategy].outcomes[followed.index];
    const line = (name, value) => [element("dt", {}, name), element("dd", {}, value)];
    fill("followed", element("h3", {}, word("day.rider", { id: followed.index })),
      element("p", {}, stateText(followed.index, time)),
      element("dl", {},
        ...line(word("followed.from"), placeName(party.originZone)), ...line(word("followed.to"), placeName(party.destinationZone)),
        ...line(word("trip.booked"), clock(party.booked)), ...line(word("trip.desired"), clock(party.desired)),
        ...(outcome.reason ? [] : [
          ...line(word("trip.promised"), clock(outcome.promised)), ...line(word("trip.boarded"), clock(outcome.boarded)),
          ...line(word("trip.alighted"), clock(outcome.alighted)),
        ])));
  };

  /** Everything on the map as it was at `replay.now`. */
  const drawMoment = () => {
    const time = replay.now;
    const { followed } = replay;
    let target = null; let drive = null;
    runs[replay.strategy].vehicles.forEach((vehicle, index) => {
      const mark = replay.marks[index];
      const place = vehicleAt(vehicle, time);
      const load = people(aboard(vehicle, time));
      mark.setLatLng(place.at);
      mark.body.textContent = load ? String(load) : "";
      const isOff = activityAt(vehicle, time) === "offDuty";
      mark.body.style.opacity = isOff ? "0.35" : "1";
      const isFollowed = followed && followed.kind === "vehicle" && followed.index === index;
      mark.body.classList.toggle("followed-mark", Boolean(isFollowed));
      if (isFollowed) { target = place.at; drive = place.drive; }
    });
    const tally = drawDots(time);
    if (followed && followed.kind === "rider") {
      const { state, at } = riderAt(followed.index, time);
      target = at || data.day.parties[followed.index].origin;
      const outcome = runs[replay.strategy].outcomes[followed.index];
      if (state === "aboard") drive = vehicleAt(runs[replay.strategy].vehicles[outcome.vehicle], time).drive;
      if (state === "aboard") replay.marks[outcome.vehicle].body.classList.add("followed-mark");
    }
    replay.drive.setLatLngs(drive ? drive.map((point) => point.at) : []);
    if (target) replay.map.setView(target, Math.max(replay.map.getZoom(), 14.5), { animate: false });
    $("clock").textContent = clock(time);
    $("moment").value = String(Math.round(time));
    $("moment").setAttribute("aria-valuetext", clock(time));
    for (const [name, count] of Object.entries(tally)) $(`tally-${name}`).textContent = number(count);
    showFollowed(time);
  };

  const frame = (stamp) => {
    if (!replay.isPlaying) return;
    if (replay.lastFrame !== null) {
      const elapsed = Math.min(0.25, (stamp - replay.lastFrame) / 1000);
      replay.now = Math.min(data.day.closes, replay.now + elapsed * Number($("speed").value));
      drawMoment();
      if (replay.now >= data.day.closes) { setPlaying(false); return; }
    }
    replay.lastFrame = stamp;
    requestAnimationFrame(frame);
  };

  const setPlaying = (isPlaying) => {
    if (isPlaying && replay.now >= data.day.closes) replay.now = data.day.opens;
    replay.isPlaying = isPlaying;
    replay.lastFrame = null;
    $("play").textContent = word(isPlaying ? "day.pause" : "day.play");
    if (isPlaying) requestAnimationFrame(frame);
  };

  const follow = (choice) => {
    const [kind, index] = choice.split(" ");
    replay.followed = kind ? { kind, index: Number(index) } : null;
    if (!replay.followed) replay.map.fitBounds(extent());
    drawMoment();
  };

  const stopName = (index) => (index === null || index === undefined ? word("none") : shortName(data.town.stops[index].name));

  const followOptions = () => {
    const chosen = $("follow").value;
    const outcomes = runs[replay.strategy].outcomes;
    const option = (value, text) => element("option", { value }, text);
    fill("follow",
      option("", word("day.everyone")),
      element("optgroup", { label: word("day.vehicles") },
        ...runs[replay.strategy].vehicles.map((vehicle, index) => option(`vehicle ${index}`, vehicle.name))),
      element("optgroup", { label: word("day.riders") }, ...data.day.parties.map((party, rider) => option(`rider ${rider}`,
        word("day.option", {
          id: rider, time: clock(party.desired),
          from: outcomes[rider].reason ? shortName(party.originZone) : stopName(outcomes[rider].pickup),
          to: outcomes[rider].reason ? shortName(party.destinationZone) : stopName(outcomes[rider].dropoff),
        })))));
    $("follow").value = chosen || "";
  };

  const tripsTable = () => table({
    title: word("day.trips"),
    head: [[word("trip.id"), word("strategy"), right(word("trip.riders")), word("trip.booked"), word("trip.desired"),
      word("trip.promised"), word("trip.boarded"), word("trip.alighted"), word("trip.vehicle"), word("trip.pickup"),
      word("trip.dropoff"), word("trip.answer")]],
    rows: data.day.parties.flatMap((party, rider) => data.day.runs.map((run, position) => {
      const outcome = run.outcomes[rider];
      const isServed = !outcome.reason;
      return [
        String(rider), strategyLabel(strategies[position]), right(number(party.riders)), clock(party.booked), clock(party.desired),
        clock(outcome.promised), clock(outcome.boarded), clock(outcome.alighted),
        isServed ? run.vehicles[outcome.vehicle].name : word("none"),
        isServed ? placeName(data.town.stops[outcome.pickup].name) : placeName(party.originZone),
        isServed ? placeName(data.town.stops[outcome.dropoff].name) : placeName(party.destinationZone),
        isServed ? word("trip.served") : reasonName(outcome.reason),
      ];
    })),
  });

  const dayLegend = () => [
    key({ style: { background: strategies[replay.strategy].colour } }, word("day.vehicles")),
    key({ class: "key round", style: { background: "#ffd23f", borderColor: "#16191d" } }, word("tally.waiting")),
    key({ class: "key round", style: { background: "#fff", borderColor: "#525a66" } }, word("tally.walking")),
    key({ class: "key round", style: { background: REFUSED } }, word("tally.refused")),
    key({ class: "key round", style: { background: "#9aa1ab" } }, word("town.stops")),
  ];

  const setUpReplay = () => {
    replay.map = makeMap("day-map");
    for (const stop of data.town.stops) {
      Leaflet.circleMarker([stop.latitude, stop.longitude], { radius: 3, stroke: false, fillColor: "#9aa1ab", fillOpacity: 1 })
        .bindTooltip(() => tip(placeName(stop.name))).addTo(replay.map);
    }
    $("moment").min = String(data.day.opens);
    $("moment").max = String(Math.ceil(data.day.closes));
    $("moment").addEventListener("input", () => { replay.now = Number($("moment").value); drawMoment(); });
    $("play").addEventListener("click", () => setPlaying(!replay.isPlaying));
    $("follow").addEventListener("change", () => follow($("follow").value));
    setUpRun();
  };

  const showDay = () => {
    fill("day-title", word(data.days > 1 ? "day" : "day.short", { day: data.day.day }));
    fill("day-lead", word(data.day.isTypical && data.days > 1 ? "day.lead" : "day.leadChosen"));
    const trips = tripsTable();
    if (!Leaflet) { fill("day-table", trips); return; }
    fill("day-table", element("details", {}, element("summary", {}, word("day.trips")), trips));
    if (!replay.map) setUpReplay();
    strategyChoice("day-strategies", replay.strategy, (position) => {
      replay.strategy = position;
      setUpRun();
      followOptions();
      fill("day-legend", ...dayLegend());
      drawMoment();
    });
    followOptions();
    fill("tally", ...["walking", "waiting", "aboard", "served", "refused"].flatMap((name) =>
      [element("dt", {}, word(`tally.${name}`)), element("dd", { id: `tally-${name}` }, "0")]));
    fill("day-legend", ...dayLegend());
    $("play").textContent = word(replay.isPlaying ? "day.pause" : "day.play");
    drawMoment();
  };

  // ---- Vehicles ----

  const activityMinutes = (vehicle, activity) => vehicle.periods
    .filter((period) => period.activity === activity)
    .reduce((sum, period) => sum + (period.to - period.from) / 60, 0);

  const fullHours = () => {
    const hours = [];
    for (let hour = Math.ceil(data.day.opens / 3600); 3600 * hour <= data.day.closes; hour += 1) hours.push({ value: 3600 * hour });
    return hours;
  };

  const timeline = (strategy, position) => {
    const { vehicles } = data.day.runs[position];
    const names = vehicles.map((vehicle) => vehicle.name);
    const activities = Object.keys(ACTIVITIES);
    const title = word("timeline", { strategy: strategy.id });
    return chart({
      title: element("span", {}, swatch(strategy.colour), title), alternative: title,
      height: 96 + 34 * vehicles.length, caption: word("timeline.caption"),
      config: () => ({
        type: "bar",
        data: {
          labels: names,
          datasets: activities.map((activity) => ({
            label: word(`activity.${activity}`), backgroundColor: ACTIVITIES[activity], grouped: false,
            barThickness: 22,
            data: vehicles.flatMap((vehicle) => vehicle.periods.filter((period) => period.activity === activity)
              .map((period) => ({ x: [period.from, period.to], y: vehicle.name }))),
          })),
        },
        options: {
          indexAxis: "y",
          scales: {
            x: {
              type: "linear", min: data.day.opens, max: data.day.closes, grid,
              ticks: { callback: (value) => clock(value), maxRotation: 0, autoSkip: true },
              afterBuildTicks: (axis) => { axis.ticks = fullHours(); },
            },
            y: { grid: { display: false }, ticks: { color: "#16191d" } },
          },
          plugins: {
            legend: { position: "bottom", align: "start", labels: { boxWidth: 12, boxHeight: 12 } },
            tooltip: { callbacks: {
              title: (items) => items.map((item) => item.raw.y).join(", "),
              label: (item) => `${item.dataset.label}: ${item.raw.x.map(clock).join(" – ")}`,
            } },
          },
        },
      }),
      table: table({
        title: word("timeline.table", { strategy: strategy.id }),
        head: [[word("trip.vehicle"), ...activities.map((activity) => right(word(`activity.${activity}`)))]],
        rows: vehicles.map((vehicle) => [vehicle.name, ...activities.map((activity) =>
          right(number(activityMinutes(vehicle, activity), 0)))]),
      }),
    });
  };

  const occupancyChart = () => {
    const { shares } = data.occupancy;
    const loads = shares[0].map((_, load) => load);
    const name = (load) => (load === 0 ? word("occupancy.none") : word("occupancy.count", { count: load }));
    const colours = ["#e4e7eb", "#9cc4e0", "#5b9bc9", "#2a6da3", "#0b3c66", "#06223b"];
    return chart({
      title: word("occupancy"), level: "h4", height: 96 + 40 * strategies.length,
      alternative: word("occupancy.lead"),
      config: () => ({
        type: "bar",
        data: {
          labels: strategies.map((strategy) => strategy.id),
          datasets: loads.map((load) => ({
            label: name(load), backgroundColor: colours[Math.min(load, colours.length - 1)], barThickness: 24,
            data: shares.map((own) => 100 * own[load]),
          })),
        },
        options: {
          indexAxis: "y",
          scales: {
            x: { stacked: true, min: 0, max: 100, grid, ticks: percentTicks, title: { display: true, text: word("occupancy.axis") } },
            y: { stacked: true, grid: { display: false }, ticks: { color: "#16191d" } },
          },
          plugins: {
            legend: { position: "bottom", align: "start", labels: { boxWidth: 12, boxHeight: 12 } },
            tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${number(item.parsed.x, 1)} %` } },
          },
        },
      }),
      table: table({
        title: word("occupancy"),
        head: [[word("strategy"), ...loads.map((load) => right(name(load)))]],
        rows: strategies.map((strategy, position) => [strategyLabel(strategy), ...shares[position].map((share) => right(`${percent(share)} %`))]),
      }),
    });
  };

  const showVehicles = () => {
    fill("vehicles-lead", word(!data.day ? "vehicles.leadAll" : data.days > 1 ? "vehicles.lead" : "vehicles.leadOne",
      { day: data.day ? data.day.day : "" }));
    fill("timelines", ...(data.day ? strategies.map(timeline) : []));
    fill("occupancy", occupancyChart());
  };

  // ---- Refusals, equity, reproduction, definitions ----

  const showRefusals = () => {
    const { rows, riders, fixDays, fixDay, fixed, refused } = data.refusals;
    const hasFixes = fixDays !== "none";
    /** As in "wait 2-9 min longer (3)". */
    const fixName = ({ change, least, most, bookings }) => word("fix.count", {
      fix: word(`fix.${change}`, { amount: least === most ? String(least) : `${least}\u2013${most}` }), bookings: number(bookings),
    });
    const fixCell = (fixes) => ({
      text: fixes.length ? fixes.map((fix) => element("div", {}, fixName(fix))) : word("none"), class: "fixes",
    });
    const cells = (counts, fixes) => counts.flatMap((count, position) => [
      right(number(count.riders)), right(`${percent(count.riders / riders)} %`), right(number(count.bookings)),
      ...(hasFixes ? [fixes ? fixCell(fixes[position]) : ""] : []),
    ]);
    fill("refusals-fixes", hasFixes ? word({ all: "refusals.fixes", one: "refusals.fixesOfDay", some: "refusals.fixesOfSome" }[fixDays],
      { day: fixDay, fixed: number(fixed), refused: number(refused) }) : "");
    $("refusals-fixes").hidden = !hasFixes;
    const total = strategies.map((_, position) => ({
      riders: rows.reduce((sum, row) => sum + row.counts[position].riders, 0),
      bookings: rows.reduce((sum, row) => sum + row.counts[position].bookings, 0),
    }));
    fill("refusals-table", table({
      title: word("refusals"), visibleTitle: false,
      head: [
        [{ text: word("refusals.reason"), rowspan: 2 }, ...strategies.map((strategy) => ({ text: strategyLabel(strategy), colspan: hasFixes ? 4 : 3, class: "span" }))],
        strategies.flatMap(() => [right(word("riders")), right(word("refusals.share")), right(word("refusals.bookings")),
          ...(hasFixes ? [{ text: word("refusals.fix"), class: "fixes" }] : [])]),
      ],
      rows: [
        ...rows.map((row) => [reasonName(row.reason), ...cells(row.counts, row.fixes)]),
        { cells: [word("refusals.total"), ...cells(total)], total: true },
      ],
    }));
  };

  const showEquity = () => {
    fill("equity-lead", word("equity.lead", { minutes: number(data.refusalWaitMinutes, 0), riders: data.equity.fewestRiders }));
    const named = (division, group) => word("equity.group", {
      name: groupName(division.id, group.name), minutes: minutes(group.penalisedMean), riders: counted("riders", group.riders),
    });
    fill("equity-tables", ...data.equity.divisions.map((division) => table({
      title: word(`equity.${division.id}`),
      head: [[word("strategy"), right(word("equity.gini")), right(word("equity.mean")), word("equity.worst"), word("equity.best")]],
      rows: division.figures.map((own, position) => [
        strategyLabel(strategies[position]), right(number(own.gini, 3)), right(minutes(own.mean)),
        own.worst.length
          ? own.worst.slice(0, division.id === "zone" ? 3 : 1).map((group) => element("div", {}, named(division, group)))
          : word("none"),
        own.best ? named(division, own.best) : word("none"),
      ]),
    })));
  };

  const showReproduction = () => {
    const own = data.reproduction;
    const code = (text) => element("code", {}, text);
    fill("reproduction-table", table({
      title: word("reproduction"), visibleTitle: false,
      head: [[word("reproduction.item"), word("reproduction.value")]],
      rows: [
        [word("reproduction.scenario"), code(data.scenario)],
        [word("reproduction.inputs"), code(own.scenarioDigest)],
        [word("reproduction.seed"), code(own.seed)],
        [word("reproduction.version"), code(own.noriaiVersion)],
        [word("reproduction.traceVersion"), code(String(own.traceVersion))],
        [word("reproduction.travelTimes"), code(own.travelTimes)],
        [word("reproduction.weights"), own.weights.map((weight) => `${told(weight.name)} ${weight.value}`).join(language === "ja" ? "、" : ", ")],
      ],
    }));
    const hasProofs = own.strategies.some((one) => one.proof);
    fill("reproduction-strategies", table({
      title: word("reproduction.strategies"), visibleTitle: false,
      head: [[word("strategy"), word("reproduction.trace"), word("reproduction.settings"),
        ...(hasProofs ? [right(word("reproduction.programs")), right(word("reproduction.proved")),
          right(word("reproduction.cut")), right(word("reproduction.bounded")),
          right(word("reproduction.meanGap")), right(word("reproduction.worstGap"))] : [])]],
      rows: own.strategies.map((one, position) => [
        strategyLabel(strategies[position]), code(one.traceDigest),
        code(one.settings.map((setting) => `${setting.name} ${setting.value}`).join(", ")),
        ...(hasProofs ? (one.proof
          ? [right(number(one.proof.programs)), right(number(one.proof.proved)),
            right(number(one.proof.cut)), right(number(one.proof.bounded)),
            ...(one.proof.bounded > 0
              ? [right(`${percent(one.proof.meanGap, 3)} %`), right(`${percent(one.proof.worstGap, 2)} %`)]
              : ["", ""].map(() => right(word("none"))))]
          : ["", "", "", "", "", ""].map(() => right(word("none")))) : []),
      ]),
    }));
  };

  const showDefinitions = () => fill("definitions-list", ...data.groups.flatMap((group) => group.indicators)
    .map((id) => indicators.get(id)).map((entry) => element("div", { id: `kpi-${entry.id}` },
      element("dt", {}, told(entry.label), element("code", {}, entry.id)),
      element("dd", {}, `${told(entry.formula)} (${[told(entry.unit), word(entry.isPerRider ? "definitions.rider" : "definitions.day")].filter(Boolean).join(language === "ja" ? "、" : ", ")})`))));

  // ---- The page ----

  const SECTIONS = [
    { id: "answer", show: showAnswer },
    { id: "strategies", show: showStrategies },
    { id: "waits", show: showWaits, exists: Boolean(data.waits) },
    { id: "town", show: showTown, title: data.town.zones.length ? "town" : "town.plain" },
    { id: "day", show: showDay, exists: Boolean(data.day), title: "day.short" },
    { id: "vehicles", show: showVehicles },
    { id: "refusals", show: showRefusals, exists: Boolean(data.refusals) },
    { id: "equity", show: showEquity, exists: Boolean(data.equity) },
    { id: "reproduction", show: showReproduction },
    { id: "definitions", show: showDefinitions },
  ].filter((section) => {
    if (section.exists === false) $(section.id).remove();
    return section.exists !== false;
  });

  if (!Leaflet) for (const node of document.querySelectorAll(".needs-map")) node.remove();

  const show = () => {
    document.documentElement.lang = language;
    document.title = `${told(data.title)} - Noriai`;
    for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
    for (const node of document.querySelectorAll("[data-word-label]")) node.setAttribute("aria-label", word(node.dataset.wordLabel));
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    eraseCharts();
    for (const section of SECTIONS) section.show();
    drawCharts();
    fill("contents", ...SECTIONS.map(({ id, title }) => element("a", { href: `#${id}` }, word(title || id))));
    fill("notices", ...[["charts", Charts], ["map", Leaflet]].filter(([, library]) => !library)
      .map(([name]) => element("p", { class: "notice" }, word(`missing.${name}`))));
    fill("credits", word("credits", { version: data.reproduction.noriaiVersion }));
  };

  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => { language = button.dataset.language; show(); });
  }
  const fitPaper = (isPrinting) => {
    document.body.classList.toggle("printing", isPrinting);
    for (const one of drawn) if (one.resize) one.resize();
    for (const { map } of [town, replay]) {
      if (!map) continue;
      map.invalidateSize({ animate: false });
      map.fitBounds(extent(), { animate: false });
    }
  };
  window.addEventListener("beforeprint", () => fitPaper(true));
  window.addEventListener("afterprint", () => fitPaper(false));
  show();
})();
