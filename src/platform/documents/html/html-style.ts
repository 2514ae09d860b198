/** The sheet of a document that stands alone. Inside the product the design's own sheet dresses the same classes. */
export const documentStyle = `
:root{color-scheme:light;--ink:#13211B;--ink-2:#3F4E47;--line:#DAE1DA;--thread:#B3174F;--warning:#855300}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:var(--ink);font:18px/1.6 Newsreader,Georgia,serif}
.document{max-width:728px;margin:0 auto;padding:24px;overflow-wrap:break-word}
.letterhead{border-bottom:2px solid var(--ink);padding-bottom:8px;margin-bottom:32px;font-size:20px;font-weight:600;line-height:1.3}
.letterhead .arms{display:block;max-height:64px;max-width:100%;margin-bottom:8px}
.letterhead span{display:block;font:400 13px/1.4 Archivo,Arial,sans-serif}
h1{font-size:34px;font-weight:400;line-height:1.15;margin:0 0 8px}
h2{font-size:26px;font-weight:400;line-height:1.2;margin:40px 0 12px}h3{font-size:21px;line-height:1.2;margin:28px 0 8px}h4{font-size:18px;margin:20px 0 6px}
p{margin:0 0 14px}.subtitle{font-size:20px;color:var(--ink-2)}
.facts,.marks,.author,.source,.caption-subtitle,.verification,.contents{font-family:Archivo,Arial,sans-serif;font-size:13px;line-height:1.45;color:var(--ink-2)}
.facts div{display:flex;gap:6px}.facts dt{font-weight:600}.facts dd{margin:0}
.marks strong{border:1px solid currentColor;padding:2px 6px;margin-right:6px;letter-spacing:.04em;color:var(--ink)}
.reservations,.note{border-left:4px solid var(--warning);padding:2px 0 2px 14px;margin:18px 0}.note-info{border-left:1px solid var(--ink)}
.note-title,.reservations h2{font:600 15px/1.4 Archivo,Arial,sans-serif;margin:0 0 4px}
.figure{white-space:nowrap;font:inherit;color:inherit;background:none;border:0;padding:0;text-decoration:none;border-bottom:2px solid var(--thread);font-weight:600}
span.figure{border-bottom:0}.figure-provisional,span.figure-provisional{border-bottom:2px dotted var(--ink)}.figure-absent{font-style:italic;font-weight:400}
.table-frame{overflow-x:auto}
table{border-collapse:collapse;width:100%;font:13px/1.35 Archivo,Arial,sans-serif;font-variant-numeric:lining-nums tabular-nums}
caption{text-align:left;padding-bottom:8px}.caption-title{display:block;font:600 18px/1.3 Newsreader,Georgia,serif;color:var(--ink)}.caption-subtitle{display:block}
th,td{padding:6px 8px;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid var(--line)}
thead th{color:var(--ink-2);border-bottom:2px solid var(--ink);vertical-align:bottom}thead .group{text-align:center;border-bottom:1px solid var(--ink);color:var(--ink)}thead td{border:0}
th:first-child,td:first-child{padding-left:0}.number{text-align:right;white-space:nowrap}td .figure,th .figure{font-weight:inherit;border-bottom-width:1px}
.total th,.total td{border-top:2px solid var(--ink);font-weight:600}.subtotal th,.subtotal td,.group th,.group td{font-weight:600}
.code,.absent{color:var(--ink-2)}.absent{font-style:italic}.level-1{padding-left:16px!important}.level-2{padding-left:32px!important}.level-3{padding-left:48px!important}.level-4{padding-left:64px!important}
.document-table,.document-chart{margin:28px 0}.source p{margin:4px 0}
.chart{max-width:100%;height:auto}.chart-narrow{display:none}
.figure-row{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:16px;border-top:2px solid var(--ink);border-bottom:1px solid var(--line);padding:12px 0;margin:24px 0}
.figure-row dt,.figure-note{font:13px/1.4 Archivo,Arial,sans-serif;color:var(--ink-2)}.figure-row dd{margin:0}.figure-value{font-size:25px;line-height:1.3}.figure-value .figure{font-weight:400}
.signature{margin:72px auto 24px;max-width:340px;text-align:center;border-top:1px solid var(--ink)}.signature p{margin:2px 0}
.page-break{border:0;border-top:1px dashed var(--line);margin:32px 0}
.verification{border-top:2px solid var(--ink);padding-top:10px;margin-top:40px;overflow-wrap:anywhere}.verification p{margin:4px 0}
.contents ol{list-style:none;padding:0}.contents .level-2{padding-left:16px}
@media(max-width:640px){.chart-wide{display:none}.chart-narrow{display:block}.document{padding:16px}}
@media print{body{font-size:10.5pt}.chart-narrow,details{display:none}.chart-wide{display:block}.page-break{border:0;break-after:page}thead{display:table-header-group}tr,figure,.note,.signature,.verification{break-inside:avoid}h2,h3,h4,caption{break-after:avoid}.table-frame{overflow:visible}}
`.trim()
