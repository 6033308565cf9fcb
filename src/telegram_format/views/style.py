"""How a view looks: one style for pages, notebooks and paper.

Strategy: every rule stands below the class of the view, so that the style touches nothing around it. Colours are the
eight of Okabe and Ito (2008), told apart by the colour-blind too, as a tint below the text and a line under it; text
keeps the colour of text. What colour says is said by a name in the gutter, a title or a sign as well. Light and dark
are one set of pairs; the layout asks how wide the view is, not the screen.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

_VIEW = """
.tf-view{color-scheme:light dark;--ink:light-dark(#1b1d21,#e4e6ea);--soft:light-dark(#5c626b,#a0a6b0);
--paper:light-dark(#fff,#15171b);--rule:light-dark(#d8dbe0,#363b44);--panel:light-dark(#f5f6f8,#1d2026);
container-type:inline-size;color:var(--ink);background:var(--paper);
font:15px/1.5 system-ui,sans-serif;text-align:left}
.tf-view *{box-sizing:border-box}
.tf-view a{color:inherit;text-decoration:underline dotted 1px var(--soft);text-underline-offset:3px}
.tf-view a:hover{text-decoration-style:solid}
.tf-view h1{margin:0 0 .8em;font-size:1.45em;line-height:1.25;overflow-wrap:anywhere}
.tf-view table{border-collapse:collapse;margin:0;font-size:.93em;background:none;color:inherit}
.tf-view th,.tf-view td{padding:.16em .9em .16em 0;vertical-align:top;text-align:left;overflow-wrap:anywhere;
border:0;background:none}
.tf-view th{font-weight:600;color:var(--soft);white-space:nowrap;overflow-wrap:normal}
.tf-view ul{margin:0;padding:0;list-style:none}
.tf-view .tf-t li{margin:0;padding:0}
.tf-view .tf-i li{display:inline-block;margin-right:.9em}
.tf-view .tf-k{display:flex;flex-wrap:wrap;gap:.35em 1.3em;margin:1.3em 0;padding:.7em 0;font-size:.87em;
color:var(--soft);border:solid var(--rule);border-width:1px 0}
.tf-view .tf-k span{color:var(--ink)}
.tf-view .tf-w{margin:0 0 1em;padding:0}
.tf-view .tf-s{position:relative;margin:0;padding:.4em 0;font:clamp(11px,2.75cqi,13px)/1.65 ui-monospace,
"SF Mono",Menlo,Consolas,
"DejaVu Sans Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:8;background:none;color:inherit;
border:0;overflow:visible;display:flow-root}
.tf-view .tf-s code{font:inherit;background:none;color:inherit;padding:0;white-space:inherit}
.tf-view .tf-f{--k:#7d8590;background:color-mix(in srgb,var(--k) 20%,transparent);border-radius:2px;
box-shadow:inset 0 -1.5px 0 color-mix(in srgb,var(--k) 75%,transparent);-webkit-box-decoration-break:clone;
box-decoration-break:clone}
.tf-view .tf-transport{--k:#56b4e9}.tf-view .tf-date{--k:#0072b2}.tf-view .tf-marking{--k:#d55e00}
.tf-view .tf-number{--k:#cc79a7}.tf-view .tf-subject,.tf-view .tf-title{--k:#e6c700}
.tf-view .tf-code{--k:#009e73}.tf-view .tf-reference{--k:#e69f00}
.tf-view .tf-title{font-weight:600}
.tf-view .tf-text{background:none;box-shadow:none}
.tf-view .tf-k .tf-text{box-shadow:inset 0 -1.5px 0 var(--rule)}
.tf-view .tf-signature,.tf-view .tf-fact{background:color-mix(in srgb,var(--k) 14%,transparent)}
.tf-view .tf-mark{color:var(--soft)}
.tf-view .tf-mark .tf-f,.tf-view .tf-wrapper .tf-f{color:var(--ink)}
.tf-view .tf-wrapper,.tf-view .tf-k .tf-mark,.tf-view .tf-k .tf-wrapper{color:var(--soft)}
.tf-view .tf-embedded{box-shadow:-3px 0 0 var(--soft);-webkit-box-decoration-break:clone;box-decoration-break:clone}
.tf-view .tf-unread{color:var(--ink);background:repeating-linear-gradient(135deg,
light-dark(#0000001a,#ffffff2b) 0 2px,transparent 2px 6px);outline:1px dashed var(--soft);outline-offset:1px}
.tf-view .tf-unread::before{content:"«"}.tf-view .tf-unread::after{content:"»"}
.tf-view .tf-c{font-weight:400;font-size:.92em;color:var(--soft);border:1px solid var(--rule);border-radius:3px;
padding:0 1px}
.tf-view .tf-cr::after{content:"\\a";white-space:pre}
.tf-view .tf-d{text-decoration:underline wavy 1px;text-underline-offset:3px;text-decoration-skip-ink:none}
.tf-view .tf-error{--n:light-dark(#b3261e,#ff9a90)}.tf-view .tf-warning{--n:light-dark(#8f4b00,#ffb870)}
.tf-view .tf-info{--n:light-dark(#0b57a4,#8ec5ff)}
.tf-view .tf-d{text-decoration-color:var(--n)}
.tf-view .tf-d[data-n]::after{content:attr(data-n);color:var(--n);font:600 .72em/1 system-ui,sans-serif;
vertical-align:super;margin-left:.15em}
.tf-view .tf-ns{display:block;white-space:normal;
font:13px/1.4 system-ui,sans-serif;-webkit-user-select:none;user-select:none}
.tf-view .tf-n{display:inline-block;width:100%;vertical-align:top;margin:.35em 0;padding:.3em .6em;
font:13px/1.4 system-ui,sans-serif;white-space:normal;color:var(--ink);
background:var(--panel);border-left:3px solid var(--n)}
.tf-view .tf-n b{color:var(--n)}
.tf-view .tf-n code{font:12px/1.4 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--soft);
overflow-wrap:anywhere}
.tf-view .tf-r{display:block;color:var(--soft)}
.tf-view .tf-g{display:none}
.tf-view .tf-g::before{content:attr(data-l)}
.tf-view .tf-f:hover:not(:has(.tf-f:hover)),.tf-view :target{outline:2px solid var(--ink);outline-offset:1px}
.tf-view .tf-a{margin:1.2em 0 0;font-size:.95em}
.tf-view .tf-a summary{cursor:pointer;color:var(--soft)}
.tf-view .tf-a table{margin-top:.6em}
.tf-view .tf-a td:nth-child(-n+2){font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
.tf-view .tf-h{display:flex;flex-wrap:wrap;gap:1em 2.5em;align-items:flex-start}
.tf-view .tf-h table{flex:3 1 22rem;width:auto;display:block}.tf-view .tf-h table+table{flex:2 1 15rem}
@container (min-width:42rem){
.tf-view .tf-s{padding-left:12.8rem}
.tf-view .tf-g{display:inline;position:absolute;left:0;width:12.2rem;overflow:hidden;text-overflow:ellipsis;
white-space:nowrap;text-align:right;font:400 11px/21.45px system-ui,sans-serif;color:var(--soft);opacity:1;
pointer-events:none;-webkit-user-select:none;user-select:none}
}
@container (min-width:68rem){
.tf-view .tf-noted .tf-s{max-width:73rem;padding-right:19rem}
.tf-view .tf-noted .tf-ns{float:right;clear:right;width:17.5rem;margin:-21.45px -19rem 26px 0}
.tf-view .tf-n:first-child{margin-top:0}
}
@media print{
.tf-view{color-scheme:light;font-size:11px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.tf-view .tf-s{font-size:8.6pt}
.tf-view .tf-g{font-size:7.5pt;line-height:14.2pt}
.tf-view .tf-a:not([open]){display:none}
.tf-view .tf-n{break-inside:avoid}
.tf-view a{color:inherit;text-decoration:none}
}
"""

_PAGE = """
html{color-scheme:light dark;background:light-dark(#fff,#15171b)}
body{margin:0}
.tf-page{max-width:80rem;margin:0 auto;padding:1.6rem 1.2rem 4rem}
.tf-view .tf-f:hover:not(:has(.tf-f:hover,.tf-mark:hover))::after,
.tf-view .tf-mark:hover:not(:has(.tf-f:hover,.tf-mark:hover))::after{content:attr(title);position:fixed;left:0;right:0;
bottom:0;z-index:1;padding:.5em 1.2rem;font:14px/1.4 system-ui,sans-serif;white-space:normal;color:var(--paper);
background:var(--ink);pointer-events:none}
@media (max-width:46rem){.tf-page{padding:.9rem .7rem 3rem}}
@media print{.tf-page{padding:0;max-width:none}
.tf-view .tf-f:hover::after,.tf-view .tf-mark:hover::after{display:none}@page{margin:14mm}}
"""

_NOTEBOOK = """
[data-jp-theme-light="true"] .tf-view,.vscode-light .tf-view{color-scheme:light}
[data-jp-theme-light="false"] .tf-view,.vscode-dark .tf-view{color-scheme:dark}
.tf-notebook{padding:.6rem 0;background:none}
.tf-notebook .tf-x{max-height:40rem;overflow:auto;padding:0 .4rem}
"""


def page_style() -> str:
    """The style of a page of its own."""
    return _VIEW + _PAGE


def notebook_style() -> str:
    """The style of a fragment among other things."""
    return _VIEW + _NOTEBOOK


def style_hash(style: str) -> str:
    """The source of a style as a content security policy names it."""
    return f"sha256-{b64encode(sha256(style.encode('utf-8')).digest()).decode('ascii')}"
