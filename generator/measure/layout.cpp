#include "measure/layout.h"

#include <fmt/format.h>

namespace yokoten {
namespace {

int measure_number(Measured& measured, const std::string& name) {
  const int known = measured.measure(name);
  if (known >= 0) return known;
  measured.measures.push_back(name);
  return static_cast<int>(measured.measures.size()) - 1;
}

class Reader {
 public:
  Reader(const Source& source, const Table& table, Measured& measured, Findings& findings)
      : source_(source), table_(table), measured_(measured), findings_(findings) {}

  Layout read() {
    layout_.prefecture = optional_column(source_.prefecture_column);
    layout_.area = optional_column(source_.area_column);
    if (source_.kind == SourceKind::list) layout_.listed = measure_number(measured_, "listed");
    if (!has_figures(source_)) return layout_;
    layout_.period = optional_column(source_.period_column);
    for (const auto& [key, heading] : source_.breakdown)
      if (const int at = column(heading); at >= 0) layout_.breakdown.emplace_back(key, at);
    for (const auto& [measure, heading] : source_.measures) add(measure, heading, {}, {});
    for (const Unpivot& unpivot : source_.unpivots) add(unpivot);
    return layout_;
  }

 private:
  int column(const std::string& heading) {
    if (const auto at = table_.column(heading)) return *at;
    add_finding(findings_, Level::error, source_.place, "source.column",
                {fmt::format("列「{}」が {} にありません。見出しを確かめてください", heading,
                             table_.file()),
                 fmt::format("{} has no column {}; check its headings", table_.file(), heading)});
    return -1;
  }

  int optional_column(const std::string& heading) { return heading.empty() ? -1 : column(heading); }

  void add(const std::string& measure, const std::string& heading, std::optional<Period> period,
           Parts parts) {
    const int at = column(heading);
    if (at < 0) return;
    const int number = measure_number(measured_, measure);
    for (const FigureColumn& other : layout_.figures)
      if (other.measure == number && other.period == period && other.parts == parts)
        return report_twice(other.column, at);
    layout_.figures.push_back({at, number, period, std::move(parts)});
  }

  // Said once for the columns, not for each of their rows.
  void report_twice(int first, int second) {
    const auto heading = [&](int at) { return table_.header()[static_cast<std::size_t>(at)]; };
    add_finding(findings_, Level::error, table_.heading_place(second), "observation.twice",
                {fmt::format("列「{}」（{}列目）と列「{}」は同じ時点・内訳の値とされています。"
                             "sources.toml の columns でどちらかを直してください",
                             heading(first), first + 1, heading(second)),
                 fmt::format("column {} (number {}) and column {} are said to hold the same period "
                             "and part; mend one under columns in sources.toml",
                             heading(first), first + 1, heading(second))});
  }

  void add(const Unpivot& unpivot) {
    for (const auto& [heading, meaning] : unpivot.columns) {
      if (unpivot.into != "period") {
        add(unpivot.measure, heading, {}, {{unpivot.into, meaning}});
      } else if (const auto period = parse_period(meaning)) {
        add(unpivot.measure, heading, period, {});
      } else {
        report_period(meaning);
      }
    }
  }

  void report_period(const std::string& text) {
    add_finding(
        findings_, Level::error, source_.place, "cell.period",
        {fmt::format("「{}」は時点ではありません。2024-09-13、2024-09、2025-"
                     "Q1（1～3月）、2024FYのように書いてください",
                     text),
         fmt::format(
             "{} is no period; write 2024-09-13, 2024-09, 2025-Q1 (January to March) or 2024FY",
             text)});
  }

  const Source& source_;
  const Table& table_;
  Measured& measured_;
  Findings& findings_;
  Layout layout_;
};

}  // namespace

Layout lay_out(const Source& source, const Table& table, Measured& measured, Findings& findings) {
  return Reader(source, table, measured, findings).read();
}

bool may_collide(const Source& source, const Layout& layout) {
  for (const auto& [text, note] : source.notes)
    if (note.period) return true;
  const auto& all = layout.figures;
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = a + 1; b < all.size(); ++b)
      if (all[a].measure == all[b].measure && all[a].parts == all[b].parts) return true;
  return false;
}

}  // namespace yokoten
