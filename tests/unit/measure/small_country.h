#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

inline int add_area(Areas& areas, const std::string& code, const std::string& name, int parent,
                    const std::string& county = {}) {
  Area area;
  area.code = code;
  area.name = name;
  area.county = county;
  area.parent = parent;
  area.level = parent == Areas::nation ? AreaLevel::prefecture : AreaLevel::municipality;
  return areas.add(area);
}

/// Two prefectures: 鳥取県 with three cities and 島根県 with two.
inline Areas two_prefectures() {
  Areas areas;
  const int tottori = add_area(areas, "310000", "鳥取県", Areas::nation);
  const int shimane = add_area(areas, "320005", "島根県", Areas::nation);
  add_area(areas, "312011", "鳥取市", tottori);
  add_area(areas, "312029", "米子市", tottori);
  add_area(areas, "312045", "境港市", tottori);
  add_area(areas, "322016", "松江市", shimane);
  add_area(areas, "322024", "浜田市", shimane);
  return areas;
}

using Cells = std::vector<std::string_view>;

/// A publication that is made in memory, source by source.
struct SmallCountry {
  Publication publication;
  Areas areas = two_prefectures();
  Findings findings;

  SmallCountry() {
    publication.as_of = "2024-12-31";
    publication.sources.reserve(8);  // source() hands out references
    publication.indicators.reserve(8);
  }

  /// A source of prefectures in 2024-09 with its table in `raw/ID.csv`.
  Source& source(const std::string& id, std::vector<std::string> header,
                 std::initializer_list<Cells> rows) {
    Table table("raw/" + id + ".csv", header);
    int line = 1;
    for (const Cells& row : rows) table.add_row(row, ++line);
    publication.tables.push_back(table);
    Source& made = publication.sources.emplace_back();
    made.id = id;
    made.title = id;
    made.file = "raw/" + id + ".csv";
    made.place = {"sources.toml", static_cast<int>(publication.sources.size()) * 10, 1};
    made.area_column = header.front();
    made.period = parse_period("2024-09");
    return made;
  }

  /// The same for municipalities, written with their prefecture in front.
  Source& cities(const std::string& id, std::vector<std::string> header,
                 std::initializer_list<Cells> rows) {
    Source& made = source(id, std::move(header), rows);
    made.level = AreaLevel::municipality;
    return made;
  }

  Indicator& indicator(const std::string& id, IndicatorKind kind) {
    Indicator& made = publication.indicators.emplace_back();
    made.id = id;
    made.title = id;
    made.kind = kind;
    made.place = {"indicators/" + id + ".toml", 1, 1};
    made.levels = {AreaLevel::nation, AreaLevel::prefecture, AreaLevel::municipality};
    return made;
  }

  Indicator& count(const std::string& id, const std::string& measure) {
    Indicator& made = indicator(id, IndicatorKind::count);
    made.numerator.measure = measure;
    return made;
  }

  Indicator& percent(const std::string& id, const std::string& above, const std::string& below) {
    Indicator& made = indicator(id, IndicatorKind::ratio);
    made.numerator.measure = above;
    made.denominator.measure = below;
    made.unit = "%";
    return made;
  }

  int area(const std::string& code) const { return areas.by_code(code); }

  /// How often a code was said.
  int said(const std::string& code) const {
    return static_cast<int>(std::count_if(findings.begin(), findings.end(),
                                          [&](const Finding& each) { return each.code == code; }));
  }

  /// The finding with this code; a nameless one where there is none.
  Finding finding(const std::string& code) const {
    for (const Finding& each : findings)
      if (each.code == code) return each;
    return {};
  }
};

inline std::string text(const std::optional<Decimal>& number) {
  return number ? to_text(*number) : "none";
}

}  // namespace yokoten
