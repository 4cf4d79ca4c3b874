#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "model/toml_node.h"
#include "page/block.h"
#include "unit/project_folder.h"

namespace yokoten {

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// The words of the generator, as `page.skip` → text.
inline std::map<std::string, std::string> real_words(const std::string& language = "ja") {
  Findings findings;
  const auto tables = parse_toml(
      file_text(std::filesystem::path(project_folder) / ("templates/words/" + language + ".toml")),
      "ja.toml", findings);
  std::map<std::string, std::string> words;
  for (const TomlNode& table : tables->children)
    for (const TomlNode& word : table.children) words[table.key + '.' + word.key] = word.text;
  return words;
}

inline Templates real_templates(const std::map<std::string, std::string>& words) {
  const std::filesystem::path folder = std::filesystem::path(project_folder) / "templates";
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "partials"))
    files["partials/" + entry.path().filename().string()] = file_text(entry.path());
  Findings findings;
  const TemplateTexts texts(files, words, findings);
  return Templates(texts);
}

/// 鳥取県 with three cities and 島根県 with one, and the share of offices that applied: printed for
/// the prefectures, for 境港市 and for 米子市, whose name the list misprints.
struct SmallBook {
  enum : int {
    tottori = 1,
    shimane = 2,
    tottori_city = 3,
    yonago = 4,
    sakaiminato = 5,
    matsue = 6
  };
  enum : int { prefectures = 0, cities = 1 };

  Areas areas;
  Publication publication;
  Measured measured;
  Findings findings;
  Draw draw = [](const ChartRequest&) { return Drawing{}; };
  Book book{publication, areas, measured, findings, draw};
  std::vector<CaseEntry> cases_list;
  std::vector<Duty> duty_list;
  std::unordered_set<std::string> paths = {"", "data/", "logic-model/", "cases/"};
  Templates templates;
  Context page{.book = book,
               .cases = cases_list,
               .duties = duty_list,
               .pages = paths,
               .templates = templates,
               .path = "",
               .root = "./"};

  SmallBook() : templates(real_templates(publication.words = real_words())) {
    publication.as_of = "2024-12-31";
    add_areas();
    add_source("prefectures", {"都道府県", "事業所", "申請", "率"},
               {{"鳥取県", "948", "234", "24.7"}, {"島根県", "1346", "34", "2.5"}});
    add_source("cities", {"市", "事業所", "申請", "率"},
               {{"鳥取県境港市", "64", "20", "31.3"}, {"鳥取県米子市", "340", "82", "24.1"}});
    publication.sources[cities].level = AreaLevel::municipality;
    measured.rows = {{RowReading{tottori}, RowReading{shimane}},
                     {RowReading{sakaiminato}, RowReading{yonago}}};
    add_rate();
    book.prepare();
    for (int area = 0; area < areas.size(); ++area) paths.insert(areas.path(area));
    for (const Indicator& indicator : publication.indicators)
      paths.insert("indicators/" + indicator.id + '/');
  }

  /// The block's HTML on a page about `area` (Areas::none: about none).
  std::string html(const std::string& name, const std::string& options, int area) {
    Context context = page;
    context.area = area;
    context.root = "../../";
    return html(name, options, context);
  }

  std::string html(const std::string& name, const std::string& options, Context& context) {
    const auto block = compiled(name, options);
    REQUIRE(block != nullptr);
    return block->html(context);
  }

  std::unique_ptr<Block> compiled(const std::string& name, const std::string& options) {
    said.clear();
    return compiled_block(book, {name, options, {"pages/x.md", 10, 1}}, Each::page, said);
  }

  Figure rate(int area) const { return newest_figure(book, 0, area); }

  Findings said;  ///< about the block compiled last

 private:
  void add_area(const char* code, const char* name, const char* reading, int parent) {
    Area area;
    area.code = code;
    area.name = name;
    area.reading = reading;
    area.parent = parent;
    area.kind = parent == Areas::nation ? "都道府県" : "市";
    area.region = parent == Areas::nation ? "中国" : "";
    area.level = parent == Areas::nation ? AreaLevel::prefecture : AreaLevel::municipality;
    areas.add(area);
  }

  void add_areas() {
    add_area("310000", "鳥取県", "とっとりけん", Areas::nation);
    add_area("320005", "島根県", "しまねけん", Areas::nation);
    add_area("312011", "鳥取市", "とっとりし", tottori);
    add_area("312029", "米子市", "よなごし", tottori);
    add_area("312045", "境港市", "さかいみなとし", tottori);
    add_area("322016", "松江市", "まつえし", shimane);
  }

  void add_source(const std::string& id, const std::vector<std::string>& header,
                  const std::vector<std::vector<std::string_view>>& rows) {
    Table table("raw/" + id + ".csv", header);
    int line = 1;
    for (const auto& row : rows) table.add_row(row, ++line);
    publication.tables.push_back(table);
    Source& made = publication.sources.emplace_back();
    made.id = id;
    made.title = id + "の表";
    made.publisher = "厚生労働省";
    made.file = "raw/" + id + ".csv";
    made.as_of = "2024-09-13";
    made.area_column = header.front();
    made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    made.printed = {{"率", "applications", "offices", 1}};
  }

  void add_rate() {
    Indicator& made = publication.indicators.emplace_back();
    made.id = "rate";
    made.title = made.short_title = "申請率";
    made.kind = IndicatorKind::ratio;
    made.unit = "%";
    made.decimals = 1;
    made.numerator_name = "申請件数";
    made.denominator_name = "事業所件数";
    made.count_unit = "事業所";
    made.numerator.measure = "applications";
    made.denominator.measure = "offices";
    made.levels = {AreaLevel::nation, AreaLevel::prefecture, AreaLevel::municipality};
    add_figure(Areas::nation, 268, 2294, {-1, -1, summed_row});
    add_figure(tottori, 234, 948, {prefectures, 2, 0});
    add_figure(shimane, 34, 1346, {prefectures, 2, 1});
    add_figure(sakaiminato, 20, 64, {cities, 2, 0});
    add_figure(yonago, 82, 340, {cities, 2, 1});
    for (const int area : {tottori_city, matsue}) add_missing(area);
  }

  Observation observation(int area) {
    Observation made;
    made.indicator = 0;
    made.area = area;
    made.period = measured.cube.period_id(*parse_period("2024-09-13"));
    return made;
  }

  void add_figure(int area, std::int64_t above, std::int64_t below, Origin origin) {
    Observation made = observation(area);
    made.numerator = Decimal{above, 0};
    made.denominator = Decimal{below, 0};
    made.value = quotient(*made.numerator, *made.denominator, 6, 100);
    made.numerator_origin = made.denominator_origin = origin;
    if (origin.row >= 0) made.denominator_origin.column = 1;
    made.source = origin.source < 0 ? std::int16_t{prefectures} : origin.source;
    measured.cube.add(made);
  }

  void add_missing(int area) {
    Observation made = observation(area);
    made.missing = Missing::not_published;
    measured.cube.add(made);
  }
};

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace yokoten
