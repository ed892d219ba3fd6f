namespace CxoneAssist.Host.Cli.Report;

/// <summary>
/// The style of a report: on wide and on narrow screens, in light and dark mode, on paper. On a phone each row of a
/// table is a block of its own, with the headings next to the values: nothing scrolls sideways.
/// </summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1c2430; --soft: #5c6878; --line: #d5dae1; --a: #2f6fb5; --b: #c9822b; --page: #fff; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e9ee; --soft: #9aa6b5; --line: #3a4451; --a: #6aa5e6; --b: #e0a85e; --page: #161b22; }
        }
        body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
        main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; } h3 { font-size: 1rem; }
        svg { display: block; width: 100%; height: auto; } .chart { max-width: 40rem; }
        .s0 { fill: var(--a); } .s1 { fill: var(--b); }
        .rule { stroke: var(--line); }
        .scale, .label { fill: var(--soft); font-size: 13px; } .scale { text-anchor: end; } .label { text-anchor: middle; }
        .key { list-style: none; padding: 0; } .key li { display: flex; align-items: center; gap: .5rem; } .key span { min-width: 0; overflow-wrap: anywhere; } .swatch { width: .9rem; flex: none; }
        dl { display: grid; grid-template-columns: minmax(6rem, 10rem) minmax(0, 1fr); gap: .2rem 1rem; } dt { color: var(--soft); } dd { margin: 0; }
        table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
        th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; } th { color: var(--soft); font-weight: 600; }
        .text { text-align: left; } .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        @media screen and (max-width: 40rem) {
          table, tbody, tr { display: block; } thead { display: none; }
          tr { padding: .4rem 0; border-bottom: 1px solid var(--line); }
          td { display: flex; justify-content: space-between; gap: 1rem; padding: .1rem 0; border: 0; text-align: right; overflow-wrap: anywhere; white-space: normal; }
          td:first-child { font-weight: 600; } td:empty { display: none; }
          td::before { content: attr(data-label); color: var(--soft); font-weight: 400; text-align: left; flex: 0 1 auto; max-width: 50%; overflow-wrap: break-word; }
        }
        @media print {
          :root { --ink: #000; --soft: #444; --line: #bbb; --a: #2f6fb5; --b: #c9822b; --page: #fff; }
          main { max-width: none; padding: 0; }
          svg, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
          .s0, .s1 { print-color-adjust: exact; }
        }
        """;
}
