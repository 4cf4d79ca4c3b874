#include "read/areas.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <vector>

#include "model/report.h"
#include "read/csv_table.h"

namespace yokoten {
namespace {

/// One row of an area table; cells are found by their heading.
class AreaRow {
 public:
  AreaRow(const Table& table, int row, Findings& findings)
      : table_(table), row_(row), findings_(findings) {}

  std::string text(std::string_view heading) const {
    return std::string(table_.cell(row_, *table_.column(heading)));
  }

  int number(std::string_view heading) const {
    const std::string digits = text(heading);
    int value = 0;
    const auto [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (wrong != std::errc() || end != digits.data() + digits.size() || value < 0)
      error(heading, "areas.number", {"0以上の整数が要ります", "a whole number is needed here"});
    return value;
  }

  void error(std::string_view heading, std::string code, Message message) const {
    report_error(findings_, table_.place(row_, *table_.column(heading)), std::move(code),
                 std::move(message));
  }

 private:
  const Table& table_;
  int row_;
  Findings& findings_;
};

// 検査数字 of 全国地方公共団体コード: (11 - (6a + 5b + 4c + 3d + 2e) mod 11) mod 10.
bool code_is_right(std::string_view code) {
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  if (code.size() != 6 || !std::all_of(code.begin(), code.end(), is_digit)) return false;
  int total = 0;
  for (int at = 0; at < 5; ++at) total += (6 - at) * (code[static_cast<std::size_t>(at)] - '0');
  return (11 - total % 11) % 10 == code[5] - '0';
}

std::vector<std::string> split(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = text.find(mark);
    parts.emplace_back(text.substr(0, end));
    if (end != std::string_view::npos) text.remove_prefix(end + mark.size());
  }
  return parts;
}

class AreasReader {
 public:
  AreasReader(Disk& disk, const std::string& folder, Findings& findings)
      : disk_(disk), folder_(folder), findings_(findings) {}

  Areas read();

 private:
  template <typename Take>
  void each_row(const std::string& name, std::initializer_list<std::string_view> headings,
                Take take);
  bool has_headings(const Table& table, std::initializer_list<std::string_view> headings);
  void add(Area area, const AreaRow& row);
  void add_prefecture(const AreaRow& row);
  void add_municipality(const AreaRow& row);
  void add_variant(const AreaRow& row);
  void add_union(const AreaRow& row);
  void mark_hard(const AreaRow& row);
  void part_reading(const AreaRow& row);
  void spell(const AreaRow& row);
  void add_ward(const AreaRow& row);
  int prefecture(const AreaRow& row);

  Disk& disk_;
  const std::string& folder_;
  Findings& findings_;
  Areas areas_;
  std::map<std::string, int> by_number_;
};

bool AreasReader::has_headings(const Table& table,
                               std::initializer_list<std::string_view> headings) {
  bool all = true;
  for (const auto heading : headings) {
    if (table.column(heading)) continue;
    report_error(findings_, {table.file(), 1, 0}, "areas.column",
                 {fmt::format("列「{}」がありません", heading),
                  fmt::format("the column {} is missing", heading)});
    all = false;
  }
  return all;
}

template <typename Take>
void AreasReader::each_row(const std::string& name,
                           std::initializer_list<std::string_view> headings, Take take) {
  const std::string file = folder_ + '/' + name;
  const auto bytes = disk_.read(file);
  if (!bytes) {
    report_error(findings_, {file, 0, 0}, "areas.missing",
                 {"ファイルがありません", "the file is not there"});
    return;
  }
  const auto table = read_csv(*bytes, file, findings_);
  if (!table || !has_headings(*table, headings)) return;
  for (int row = 0; row < table->rows(); ++row) take(AreaRow(*table, row, findings_));
}

void AreasReader::add(Area area, const AreaRow& row) {
  if (!code_is_right(area.code))
    row.error("code", "areas.code",
              {"6桁のコードの検査数字が合いません: " + area.code,
               "no six-digit code with its check digit: " + area.code});
  if (areas_.by_code(area.code) != Areas::none)
    row.error("code", "areas.twice",
              {"コードが重なっています: " + area.code, "this code stands twice: " + area.code});
  if (area.name.empty() || areas_.by_name(area.parent, area.name) != Areas::none)
    row.error("name", "areas.twice",
              {"名称が空か、重なっています: " + area.name,
               "this name is empty or stands twice: " + area.name});
  areas_.add(std::move(area));
}

void AreasReader::add_prefecture(const AreaRow& row) {
  Area area;
  area.code = row.text("code");
  area.name = row.text("name");
  area.reading = row.text("reading");
  area.kind = "都道府県";
  area.short_name = row.text("short");
  area.name_en = row.text("name_en");
  area.region = row.text("region");
  area.level = AreaLevel::prefecture;
  area.parent = Areas::nation;
  area.column = row.number("tile_column");
  area.row = row.number("tile_row");
  area.narrow_column = row.number("narrow_column");
  area.narrow_row = row.number("narrow_row");
  by_number_.emplace(row.text("number"), areas_.size());
  add(std::move(area), row);
}

int AreasReader::prefecture(const AreaRow& row) {
  const auto at = by_number_.find(row.text("prefecture"));
  if (at != by_number_.end()) return at->second;
  row.error("prefecture", "areas.prefecture",
            {"この番号の都道府県はありません", "there is no prefecture of this number"});
  return Areas::none;
}

void AreasReader::add_municipality(const AreaRow& row) {
  Area area;
  area.code = row.text("code");
  area.name = row.text("name");
  area.reading = row.text("reading");
  area.kind = row.text("kind");
  area.county = row.text("county");
  area.designated_city = row.number("designated") != 0;
  area.parent = prefecture(row);
  if (area.parent == Areas::none) return;
  const Area& last = areas_.at(areas_.size() - 1);
  if (last.level == AreaLevel::municipality && area.code <= last.code)
    row.error("code", "areas.order",
              {"コードの順に並んでいません", "the rows are not in the order of their codes"});
  add(std::move(area), row);
}

void AreasReader::add_variant(const AreaRow& row) {
  const int parent = prefecture(row);
  if (parent == Areas::none) return;
  const int official = areas_.by_name(parent, row.text("official"));
  const std::string variant = row.text("variant");
  if (official == Areas::none)
    return row.error("official", "areas.variant",
                     {"この名称の市区町村はありません", "there is no municipality of this name"});
  if (areas_.by_name(parent, variant) != Areas::none ||
      areas_.by_variant(parent, variant) != Areas::none)
    return row.error("variant", "areas.variant",
                     {"この表記は別の市区町村を指します", "this spelling already has an area"});
  areas_.add_variant(official, variant);
}

void AreasReader::add_union(const AreaRow& row) {
  Area area;
  area.name = row.text("name");
  area.reading = row.text("reading");
  area.kind = row.text("kind");
  area.members = split(row.text("members"), "・");
  area.level = AreaLevel::municipal_union;
  area.parent = prefecture(row);
  if (area.parent == Areas::none) return;
  for (const std::string& member : area.members)
    if (areas_.by_name(area.parent, member) == Areas::none)
      row.error("members", "areas.member",
                {"構成市町村がありません: " + member, "no municipality is called " + member});
  areas_.add(std::move(area));
}

void AreasReader::mark_hard(const AreaRow& row) {
  const int id = areas_.by_code(row.text("code"));
  if (id != Areas::none && areas_.at(id).name == row.text("name"))
    return areas_.mark_hard_to_read(id);
  row.error(
      "code", "areas.hard",
      {"この名称とコードの市区町村はありません", "there is no municipality of this name and code"});
}

void AreasReader::part_reading(const AreaRow& row) {
  const int id = areas_.by_code(row.text("code"));
  std::string parted = row.text("reading"), whole = parted;
  std::erase(whole, '|');
  const bool known = id != Areas::none && areas_.at(id).name == row.text("name");
  if (known && whole == areas_.at(id).reading && whole != parted)
    return areas_.part_reading(id, std::move(parted));
  row.error("reading", "areas.break",
            {"コード・名称・よみがなが municipalities.csv と合わないか、区切り | がありません",
             "code, name or reading are not those of municipalities.csv, or there is no | in it"});
}

void AreasReader::spell(const AreaRow& row) {
  const int id = areas_.by_code(row.text("code"));
  if (id != Areas::none && areas_.at(id).name == row.text("name"))
    return areas_.spell(id, row.text("romaji"));
  row.error(
      "code", "areas.romaji",
      {"この名称とコードの市区町村はありません", "there is no municipality of this name and code"});
}

void AreasReader::add_ward(const AreaRow& row) {
  const int city = areas_.by_code(row.text("city"));
  if (city == Areas::none || !areas_.at(city).designated_city)
    return row.error("city", "areas.ward",
                     {"このコードの政令指定都市はありません", "no designated city has this code"});
  areas_.add_ward({row.text("code"), row.text("name"), row.text("reading"), city});
}

Areas AreasReader::read() {
  each_row("prefectures.csv",
           {"code", "number", "name", "reading", "short", "name_en", "region", "tile_column",
            "tile_row", "narrow_column", "narrow_row"},
           [this](const AreaRow& row) { add_prefecture(row); });
  each_row("municipalities.csv",
           {"code", "prefecture", "county", "name", "reading", "kind", "designated"},
           [this](const AreaRow& row) { add_municipality(row); });
  each_row("variants.csv", {"prefecture", "official", "variant", "kind"},
           [this](const AreaRow& row) { add_variant(row); });
  each_row("hard_names.csv", {"code", "name"}, [this](const AreaRow& row) { mark_hard(row); });
  each_row("unions.csv", {"prefecture", "name", "reading", "kind", "members"},
           [this](const AreaRow& row) { add_union(row); });
  each_row("word_breaks.csv", {"code", "name", "reading", "reason"},
           [this](const AreaRow& row) { part_reading(row); });
  each_row("romaji.csv", {"code", "name", "romaji", "reason"},
           [this](const AreaRow& row) { spell(row); });
  each_row("wards.csv", {"code", "city", "name", "reading"},
           [this](const AreaRow& row) { add_ward(row); });
  each_row("changes.csv",
           {"date", "kind", "old_code", "old_name", "new_code", "new_name", "old_reading"},
           [this](const AreaRow& row) {
             areas_.add_change({row.text("date"), row.text("kind"), row.text("old_code"),
                                row.text("old_name"), row.text("new_code"), row.text("new_name"),
                                row.text("old_reading")});
           });
  return std::move(areas_);
}

}  // namespace

std::optional<Areas> read_areas(Disk& disk, const std::string& folder, Findings& findings) {
  Findings own;
  Areas areas = AreasReader(disk, folder, own).read();
  findings.insert(findings.end(), own.begin(), own.end());
  return blocks(own) ? std::nullopt : std::optional(std::move(areas));
}

}  // namespace yokoten
