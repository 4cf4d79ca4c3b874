#include "read/publication_file.h"

#include <fmt/format.h>

#include "base/colour.h"
#include "model/address.h"
#include "model/report.h"
#include "model/toml_reader.h"
#include "read/indicator_formula.h"
#include "read/own_path.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

void read_address(TomlReader& reader, Publication& publication) {
  publication.base_url = reader.required_text("base_url");
  const std::string_view url = publication.base_url;
  const bool to_be_written = url.find("【記入") != url.npos;  // that is told, and keeps it back
  if (url.empty() || to_be_written || is_site_address(url)) return;
  report_error(
      reader.findings(), reader.place("base_url"), "publication.base_url",
      {"base_urlはhttps://で始まり/で終わる、公表先の住所です。利用者名、?、#、;、空白、引用符、"
       "\\、/../や日本語（%で書き表す）は使えません",
       "base_url is the address that the site will have: it begins with https:// and ends "
       "with /, without user, ?, #, ;, blanks, quotes, \\, /../ or letters that are not ASCII "
       "(write them with %)"});
}

void read_as_of(TomlReader& reader, Publication& publication) {
  const TomlNode* node = reader.require("as_of").take("as_of");
  if (node == nullptr) return;
  if (parse_date(node->text))
    publication.as_of = node->text;
  else if (node->kind == Kind::date)
    report_error(
        reader.findings(), node->place, "publication.as_of",
        {fmt::format("as_of の {} は使えません。1800年からの日付を書いてください", node->text),
         fmt::format("as_of can't be {}; write a date from 1800 on", node->text)});
  else
    report_type(reader.findings(), *node, {"日付（2024-12-31）", "a date (2024-12-31)"});
}

void refuse_languages(TomlReader& reader, const TomlNode& node) {
  report_error(
      reader.findings(), node.place, "publication.language",
      {"language は \"ja\" か [\"ja\", \"en\"] です", "language is \"ja\" or [\"ja\", \"en\"]"});
}

// The language of the files, or a list that begins with it and names those of further editions.
void read_languages(TomlReader& reader, Publication& publication) {
  const TomlNode* node = reader.take("language");
  if (node == nullptr || node->kind != Kind::list) {
    if (node != nullptr && node->kind == Kind::text && node->text != "ja")
      refuse_languages(reader, *node);
    else
      reader.choice("language", {"ja"});
    return;
  }
  publication.languages = reader.choices("language", {"ja", "en"});
  const auto& all = publication.languages;
  if (all == std::vector<std::string>{"ja"} || all == std::vector<std::string>{"ja", "en"}) return;
  refuse_languages(reader, *node);
  publication.languages = {"ja"};
}

std::vector<NavigationItem> read_links(TomlReader& reader, std::string_view key) {
  std::vector<NavigationItem> items;
  for (const TomlNode& node : reader.items(key, Kind::list)) {
    TomlReader link(node, reader.findings());
    items.push_back({link.required_text("title"), link.require("path").text("path")});
    items.back().place = link.place("path");
    const std::string& path = items.back().path;
    if (path.starts_with('/') || path.find(':') != std::string::npos)
      report_error(reader.findings(), link.place("path"), "publication.path",
                   {"pathはサイトの中の場所です（areas/など、先頭に/を付けない）",
                    "path is a place inside the site (areas/ …) without / in front"});
  }
  return items;
}

void read_headline(TomlReader& reader, const std::vector<std::string>& indicators,
                   Publication& publication) {
  for (const TomlNode& item : reader.items("headline", Kind::list)) {
    publication.headline.push_back(item_text(item, reader.findings()));
    check_known(reader, item.place, "publication.headline", publication.headline.back(),
                indicators);
  }
}

bool is_code(std::string_view word) {
  return !word.empty() &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

// Adds the publication's own words, `night = "夜勤の見直し"`, to the usual ones.
void add_words(TomlReader& reader, std::string_view key, std::vector<CaseWord>& words) {
  for (const TomlNode& node : reader.items(key, Kind::table)) {
    const CaseWord word{node.key, item_text(node, reader.findings())};
    if (word.title.empty()) continue;
    if (!is_code(word.code))
      report_error(reader.findings(), node.key_place, "publication.word",
                   {fmt::format("{} は記号にできません（a-z 0-9 - だけ）", word.code),
                    fmt::format("{} can't be a code (only a-z 0-9 -)", word.code)});
    else if (case_word(words, word.code) != nullptr || case_word(words, word.title) != nullptr)
      report_error(
          reader.findings(), node.key_place, "publication.word",
          {fmt::format("{} か「{}」はもうあります。別の言葉にしてください", word.code, word.title),
           fmt::format("{} or {} is there already; take another word", word.code, word.title)});
    else
      words.push_back(word);
  }
}

void read_cases(const TomlNode* node, Publication& publication, Findings& findings) {
  if (node == nullptr) return;
  TomlReader reader(*node, findings);
  publication.cases_as_pdf = reader.truth("pdf");
  add_words(reader, "themes", publication.case_words.themes);
  add_words(reader, "technologies", publication.case_words.technologies);
}

void read_colours(const TomlNode* node, bool dark, Look& look, Findings& findings) {
  if (node == nullptr) return;
  TomlReader reader(*node, findings);
  for (const std::string& role : colour_roles()) {
    const std::string colour = reader.text(role);
    if (colour.empty()) continue;
    if (parse_colour(colour))
      look.colours.push_back({role, colour, dark, reader.place(role)});
    else
      report_error(findings, reader.place(role), "look.colour",
                   {fmt::format("色 {} は #0017c1 の形で書いてください", colour),
                    fmt::format("write the colour {} as #0017c1", colour)});
  }
}

// What is not said stays; an empty list leaves all out.
void read_forms(TomlReader& reader, std::string_view key,
                std::initializer_list<std::string_view> known, std::vector<std::string>& forms) {
  if (reader.take(key) != nullptr) forms = reader.choices(key, known);
}

void read_files(const TomlNode* node, OfferedFiles& offered, Findings& findings) {
  if (node == nullptr) return;
  TomlReader reader(*node, findings);
  read_forms(reader, "charts", {"csv", "svg", "spec"}, offered.charts);
  read_forms(reader, "cards", {"csv", "svg", "spec"}, offered.cards);
  read_forms(reader, "areas", {"csv", "json", "xlsx"}, offered.areas);
  read_forms(reader, "figures", {"json", "xlsx"}, offered.figures);
  if (reader.take("share") != nullptr) offered.share = reader.truth("share");
}

// The path of a picture that a page may show as it is.
std::string logo_path(TomlReader& reader, std::string_view key) {
  const std::string path = reader.text(key);
  const bool fits =
      is_own_path(path, "look/") && (path.ends_with(".svg") || path.ends_with(".png"));
  if (path.empty() || fits) return path;
  report_error(
      reader.findings(), reader.place(key), "look.logo",
      {fmt::format("{} は look/ に置いたSVGかPNGにし、名前は半角の英小文字と数字にしてください"
                   "（look/logo.svg）",
                   path),
       fmt::format("{} must be an SVG or PNG in look/, its name in lower-case letters "
                   "and digits (look/logo.svg)",
                   path)});
  return {};
}

void read_look(const TomlNode* node, Look& look, Findings& findings) {
  if (node == nullptr) return;
  TomlReader reader(*node, findings);
  look.logo = logo_path(reader, "logo");
  look.logo_dark = logo_path(reader, "logo_dark");
  if (look.logo.empty())
    look.logo_alt = reader.text("logo_alt");
  else
    look.logo_alt = reader.required_text("logo_alt");
  read_colours(reader.take("light", Kind::table), false, look, findings);
  read_colours(reader.take("dark", Kind::table), true, look, findings);
}

}  // namespace

void read_description(std::string_view bytes, const std::string& file,
                      const std::vector<std::string>& indicators, Publication& publication,
                      Findings& findings) {
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return;
  TomlReader reader(*root, findings);
  publication.title = reader.required_text("title");
  publication.short_title = reader.text("short_title");
  if (publication.short_title.empty()) publication.short_title = publication.title;
  publication.publisher = reader.required_text("publisher");
  publication.contact = reader.text("contact");
  read_languages(reader, publication);
  publication.both_years = reader.choice("years", {"western", "both"}).value_or(0) == 1;
  publication.prefecture = reader.text("prefecture");
  publication.prefecture_place = reader.place("prefecture");
  publication.licence = reader.required_text("licence");
  publication.notice = reader.text("notice");
  publication.about = reader.text("about");
  read_address(reader, publication);
  read_as_of(reader, publication);
  publication.navigation = read_links(reader, "navigation");
  publication.footer = read_links(reader, "footer");
  read_headline(reader, indicators, publication);
  read_cases(reader.take("cases", Kind::table), publication, findings);
  read_look(reader.take("look", Kind::table), publication.look, findings);
  read_files(reader.take("files", Kind::table), publication.offered, findings);
  publication.released_files = reader.texts("released");
}

}  // namespace yokoten
