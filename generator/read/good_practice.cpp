#include "read/good_practice.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/report.h"
#include "model/toml_reader.h"
#include "read/before_after.h"
#include "read/case_photos.h"
#include "read/yaml_node.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

/// Reads the mapping `case` of one page.
class CaseReader {
 public:
  CaseReader(const TomlNode& node, const CaseWords& words, GoodPractice& practice,
             Findings& findings)
      : reader_(node, findings), words_(words), practice_(practice), findings_(findings) {}

  void read() {
    read_areas();
    read_services();
    read_size();
    practice_.technologies = read_words("technology", words_.technologies);
    reader_.require("themes");
    practice_.themes = read_words("themes", words_.themes);
    read_award();
    for (const TomlNode& node : reader_.items("effects", Kind::list))
      practice_.effects.push_back(read_before_after(node, findings_));
    for (const TomlNode& node : reader_.items("photos", Kind::list))
      practice_.photos.push_back(read_photo(node, practice_, findings_));
  }

 private:
  /// What an entry of a list says: a text, or a code that looks like a number.
  std::string word_of(const TomlNode& node) {
    return node.kind == Kind::integer ? node.text : item_text(node, findings_);
  }

  void read_areas() {
    for (const TomlNode& node : reader_.items("areas", Kind::list)) {
      const std::string code = word_of(node);
      auto& known = practice_.areas;
      if (code.empty() || std::find(known.begin(), known.end(), code) != known.end()) continue;
      known.push_back(code);
      practice_.area_places.push_back(node.place);
    }
  }

  void read_services() {
    for (const TomlNode& node : reader_.items("services", Kind::list)) {
      const std::string word = word_of(node);
      if (word.empty()) continue;
      const ServiceType* service = service_called(word);
      auto& known = practice_.services;
      if (service == nullptr)
        refuse_service(node.place, word);
      else if (std::find(known.begin(), known.end(), service) == known.end())
        known.push_back(service);
    }
  }

  void refuse_service(const Place& place, const std::string& word) {
    Message message = {fmt::format("サービス「{}」は知られていません", word),
                       fmt::format("there is no service {}", word)};
    const std::string national(national_name(word));
    if (national.empty())
      message = with_nearest(std::move(message), word, service_names());
    else
      message = {fmt::format("{}。国の公表での名前は「{}」です", message.ja, national),
                 fmt::format("{}; the national open data call it {}", message.en, national)};
    report_error(findings_, place, "case.service", std::move(message));
  }

  void read_size() {
    const TomlNode* node = reader_.take("size", Kind::text);
    if (node == nullptr) return;
    if (const CaseWord* word = size_word(words_.sizes, node->text))
      practice_.size = word->code;
    else
      refuse_word(node->place, "size", node->text, words_.sizes);
  }

  std::vector<std::string> read_words(std::string_view key, const std::vector<CaseWord>& known) {
    std::vector<std::string> codes;
    for (const TomlNode& node : reader_.items(key, Kind::list)) {
      const std::string written = word_of(node);
      if (written.empty()) continue;
      const CaseWord* word = case_word(known, written);
      if (word == nullptr)
        refuse_word(node.place, key, written, known);
      else if (std::find(codes.begin(), codes.end(), word->code) == codes.end())
        codes.push_back(word->code);
    }
    return codes;
  }

  void refuse_word(const Place& place, std::string_view key, const std::string& written,
                   const std::vector<CaseWord>& known) {
    const std::string all = fmt::format("{}", fmt::join(titles_of(known), "、"));
    report_error(
        findings_, place, "case.word",
        with_nearest({fmt::format("{} の「{}」は決まった言葉にありません（{}）", key, written, all),
                      fmt::format("{} {} is none of the words ({})", key, written, all)},
                     written, titles_of(known)));
  }

  void read_award() {
    const TomlNode* node = reader_.take("award", Kind::table);
    if (node == nullptr) return;
    TomlReader reader(*node, findings_);
    CaseAward award;
    award.name = reader.required_text("name");
    award.year = static_cast<int>(reader.require("year").integer("year", 1950, 2200).value_or(0));
    award.prize = reader.text("prize");
    practice_.award = std::move(award);
  }

  TomlReader reader_;
  const CaseWords& words_;
  GoodPractice& practice_;
  Findings& findings_;
};

std::string top_text(const TomlNode& root, std::string_view key) {
  const TomlNode* node = root.find(key);
  return node == nullptr ? std::string() : node->text;
}

// The page's own `area` is the main one; it may stand alone.
void read_main_area(const TomlNode& root, GoodPractice& practice) {
  const TomlNode* node = root.find("area");
  practice.area_place = node == nullptr ? practice.place : node->place;
  if (node == nullptr || node->text.empty()) return;
  practice.areas.push_back(node->text);
  practice.area_places.push_back(node->place);
}

void read_sources(const TomlNode& root, GoodPractice& practice, Findings& findings) {
  const TomlNode* node = root.find("sources");
  if (node != nullptr)
    for (const TomlNode& each : node->children)
      if (!each.text.empty()) practice.sources.push_back(each.text);
  if (!practice.sources.empty()) return;
  const bool is_one = node != nullptr && node->kind == Kind::text && !node->text.empty();
  if (is_one)
    report_error(findings, node->place, "case.sources",
                 {"sources は一覧で書いてください。例: sources: [ 報告書 ]",
                  "sources is a list: sources: [ Report ]"});
  else
    report_error(findings, node == nullptr ? practice.place : node->place, "case.sources",
                 {"好事例の出典がありません。前書きの sources に資料の名前を書いてください",
                  "the case has no source; name its documents under sources in the front matter"});
}

void read_status(const TomlNode& root, GoodPractice& practice) {
  const std::string word = top_text(root, "status");
  if (word == "planned") practice.status = CaseStatus::planned;
  if (word == "done") practice.status = CaseStatus::done;
}

void check_title(const TomlNode& root, const GoodPractice& practice, Findings& findings) {
  for (const char* key : {"title", "summary"})
    if (top_text(root, key).find("{{") != std::string::npos)
      report_error(findings, root.find(key)->place, "case.placeholder",
                   {fmt::format("好事例の {} は一覧のデータ（cases.csv）にもそのまま出るので、"
                                "{{{{…}}}} を使えません。言葉で書いてください",
                                key),
                    fmt::format("the {} of a case goes out as it is in cases.csv; write words "
                                "instead of a placeholder",
                                key)});
  if (practice.themes.empty() && root.find("case")->find("themes") != nullptr)
    report_error(findings, root.find("case")->find("themes")->place, "case.missing",
                 {"themes に1つ以上書いてください", "write at least one theme under themes"});
}

GoodPractice made_practice(const PageText& page, const TomlNode& root, const CaseWords& words,
                           Findings& findings) {
  GoodPractice practice;
  const TomlNode& node = *root.find("case");
  practice.slug = page.path;
  practice.file = page.file;
  practice.place = node.key_place;
  practice.title = top_text(root, "title");
  practice.summary = top_text(root, "summary");
  read_main_area(root, practice);
  CaseReader(node, words, practice, findings).read();
  read_sources(root, practice, findings);
  read_status(root, practice);
  return practice;
}

}  // namespace

std::optional<GoodPractice> read_good_practice(const PageText& page, const CaseWords& words,
                                               Findings& findings) {
  Findings own;
  std::optional<GoodPractice> made;
  const auto root = front_tree(page, own);
  if (root && root->find("case") == nullptr)
    report_warning(own, root->place, "case.missing",
                   {"好事例の前書きに case がありません。地域・サービス・テーマのページとデータに"
                    "載りません",
                    "the front matter of the case has no mapping `case`; it is left out of the "
                    "pages by area, service and theme, and of the data"});
  if (root && root->find("case") != nullptr) {
    const bool is_sound = own.empty();
    Findings inside;
    made = made_practice(page, *root, words, inside);
    if (is_sound && inside.empty()) check_title(*root, *made, inside);
    own.insert(own.end(), inside.begin(), inside.end());
  }
  report_as("case", own, findings);
  return made;
}

}  // namespace yokoten
