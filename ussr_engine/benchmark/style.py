"""The page's one stylesheet: dark and quiet on a screen, black on white on paper."""

STYLE = """
:root { --ground:#14161b; --raised:#1b1e25; --line:#2c303a; --text:#d5d8e0; --soft:#9096a5; --accent:#7aa2f7;
  --good:#9ece6a; --bad:#f0899b; color-scheme:dark }
* { box-sizing:border-box }
body { margin:0; background:var(--ground); color:var(--text);
  font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif }
main { max-width:1380px; margin:0 auto; padding:40px 28px 80px }
h1 { font-size:26px; font-weight:600; margin:0 0 4px } h2 { font-size:20px; font-weight:600; margin:56px 0 4px }
h3 { font-size:16px; font-weight:600; margin:32px 0 8px } p { margin:6px 0; max-width:80ch }
.soft, caption, figcaption, summary { color:var(--soft) } .use { color:var(--accent) }
nav { margin:18px 0 0; display:flex; flex-wrap:wrap; gap:6px 18px } a { color:var(--accent); text-decoration:none }
.wide { overflow-x:auto; margin:8px 0 }
table { border-collapse:collapse; width:100%; font-variant-numeric:tabular-nums }
th, td { padding:7px 9px; text-align:right; vertical-align:top; border-bottom:1px solid var(--line);
  white-space:nowrap }
th { color:var(--soft); font-weight:500; font-size:13px; vertical-align:bottom }
th:first-child, td:first-child { text-align:left; padding-left:2px }
td small { display:block; color:var(--soft); font-size:12px } td.why { text-align:left; white-space:normal;
  color:var(--soft) } td.best { font-weight:650; color:#fff } .good { color:var(--good) } .bad { color:var(--bad) }
.chip { display:inline-block; width:9px; height:9px; border-radius:50%; margin-right:8px }
.plots { display:grid; grid-template-columns:repeat(auto-fit,minmax(330px,1fr)); gap:14px; margin:12px 0 }
.plots.one { grid-template-columns:minmax(330px,560px) }
figure { margin:0; background:var(--raised); border:1px solid var(--line); border-radius:8px; padding:12px }
figcaption { font-size:13px; margin-bottom:6px }
svg { width:100%; height:auto; display:block; font:12px system-ui,sans-serif }
svg text { fill:var(--soft) } svg .name { text-anchor:end } svg .label { text-anchor:start }
svg .tick, svg .unit { text-anchor:middle } svg .grid { stroke:var(--line) } svg .zero { stroke:var(--soft) }
svg .mean { stroke:var(--text); stroke-width:2 }
.shown { display:flex; gap:14px; margin-top:4px; font-size:13px }
.crops { display:flex; flex-wrap:wrap; gap:14px 8px } .crops div { width:192px } .crops p { text-align:right }
.shown img { width:100%; display:block; background:#000; image-rendering:pixelated; margin-top:4px }
.whole { flex:0 0 172px } .whole i { position:absolute; border:1.5px solid var(--accent) }
.whole img { image-rendering:auto } .whole span { position:relative; display:block }
details { margin:10px 0 } summary { cursor:pointer } pre { background:var(--raised); border:1px solid var(--line);
  border-radius:8px; padding:12px; overflow-x:auto; font-size:12px; white-space:pre-wrap; overflow-wrap:anywhere }
dl { display:grid; grid-template-columns:max-content 1fr; gap:4px 24px } dt { color:var(--soft) } dd { margin:0;
  overflow-wrap:anywhere } aside { border-left:3px solid var(--accent); padding:4px 16px; margin:20px 0 }
aside li { margin:4px 0 }
@media print {
  :root { --ground:#fff; --raised:#fff; --line:#ccc; --text:#111; --soft:#555; --accent:#234a9f; --good:#22661a;
    --bad:#a01f35; color-scheme:light }
  main { max-width:none; padding:0 } nav { display:none } td.best { color:#000 } body { font-size:11px }
  td small, th, figcaption, .shown { font-size:9px } .crops div { width:120px } .whole { flex-basis:110px }
  th, td { padding:4px 6px } figure, tr, .shown { break-inside:avoid } h2, h3 { break-after:avoid }
  * { print-color-adjust:exact; -webkit-print-color-adjust:exact }
}
"""
