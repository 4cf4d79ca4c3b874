#include "page/front_matter.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <array>
#include <charconv>

#include "base/text.h"
#include "model/front_problem.h"
#include "model/report.h"

namespace yokoten {
namespace {

using Field = std::string FrontMatter::*;

constexpr std::array<std::pair<std::string_view, Field>, 13> text_keys = {{
    {"title", &FrontMatter::title},
    {"description", &FrontMatter::description},
    {"crumb", &FrontMatter::crumb},
    {"kana", &FrontMatter::kana},
    {"as_of", &FrontMatter::as_of},
    {"find", &FrontMatter::find},
    {"paper", &FrontMatter::paper},
    {"area", &FrontMatter::area},
    {"summary", &FrontMatter::summary},
    {"place", &FrontMatter::place},
    {"status", &FrontMatter::status},
    {"fact", &FrontMatter::fact},
    {"share", &FrontMatter::share},
}};

constexpr std::array<std::pair<std::string_view, Each>, 5> each_words = {{
    {"prefecture", Each::prefecture},
    {"municipality", Each::municipality},
    {"indicator", Each::indicator},
    {"case-tag", Each::case_tag},
    {"release", Each::release},
}};

class FrontReader {
 public:
  FrontReader(const PageText& page, Findings& findings) : page_(page), findings_(findings) {}

  FrontMatter read();

 private:
  void take(const std::string& key, const YAML::Node& value, const Place& place);
  void take_each(const std::string& word, const Place& place);
  void take_order(const std::string& text, const Place& place);
  void take_list(const YAML::Node& value, const Place& place);
  void refuse(const Place& place, const char* code, Message message) {
    report_error(findings_, place, code, std::move(message));
  }
  Place place_of(const YAML::Mark& mark) const {
    return place_in_front(page_, mark.line, mark.column);
  }
  void check_status(const std::string& word, const Place& place);
  void check_required();

  const PageText& page_;
  Findings& findings_;
  FrontMatter front_;
};

void FrontReader::take_each(const std::string& word, const Place& place) {
  for (const auto& [known, each] : each_words)
    if (known == word) {
      front_.each = each;
      return;
    }
  refuse(place, "front.each",
         {fmt::format(
              "each に {} は使えません（prefecture, municipality, indicator, case-tag, release）",
              word),
          fmt::format("each can't be {} (prefecture, municipality, indicator, case-tag, release)",
                      word)});
}

void FrontReader::take_order(const std::string& text, const Place& place) {
  const char* end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, front_.order);
  if (problem == std::errc() && stop == end) return;
  refuse(place, "front.order",
         {fmt::format("order の「{}」は整数ではありません。1、2、3 のように書いてください", text),
          fmt::format("the order {} is no whole number; write 1, 2, 3", text)});
}

void FrontReader::take_list(const YAML::Node& value, const Place& place) {
  if (!value.IsSequence())
    return refuse(place, "front.type", {"sources は一覧で書いてください", "sources is a list"});
  for (const auto& item : value) front_.sources.push_back(item.as<std::string>(""));
}

void FrontReader::take(const std::string& key, const YAML::Node& value, const Place& place) {
  if (key == "sources") return take_list(value, place);
  if (key == "project" && page_.is_project) return;  // read_project() reads it
  if (key == "case" && page_.is_case) return;        // and read_good_practice() this
  if (!value.IsScalar())
    return refuse(
        place, "front.type",
        {fmt::format("{} は文字で書いてください", key), fmt::format("{} is to be text", key)});
  const std::string text = value.as<std::string>("");
  if (key == "each") return take_each(text, place);
  if (key == "order") return take_order(text, place);
  std::vector<std::string> known = {"each", "order", "sources"};
  for (const auto& [name, field] : text_keys) {
    if (name == key) {
      front_.*field = text;
      if (key == "status") check_status(text, place);
      if (key == "area") front_.area_where = place;
      return;
    }
    known.emplace_back(name);
  }
  const auto close = nearest(key, known, 1);
  const std::string hint_ja = close.empty() ? "" : "。もしかして " + close.front();
  const std::string hint_en = close.empty() ? "" : "; did you mean " + close.front() + "?";
  refuse(place, "front.unknown",
         {fmt::format("前書きに {} という項目はありません{}", key, hint_ja),
          fmt::format("unknown key {} in the front matter{}", key, hint_en)});
}

void FrontReader::check_status(const std::string& word, const Place& place) {
  if (word.empty() || word == "planned" || word == "done") return;
  refuse(place, "front.status",
         {"status に書けるのは planned（予定・計画）か done（行われた）です",
          "status is planned or done"});
}

void FrontReader::check_required() {
  if (front_.title.empty())
    refuse(front_.where, "front.missing",
           {"前書きに title がありません", "the front matter has no title"});
  if ((page_.is_case || page_.is_project) && front_.summary.empty())
    refuse(front_.where, "front.missing",
           {"好事例・モデル事業の前書きに summary がありません",
            "the front matter of a case or model project has no summary"});
}

FrontMatter FrontReader::read() {
  front_.where = {page_.file, page_.front_row, 1};
  try {
    const YAML::Node root = YAML::Load(page_.front);
    if (!root.IsMap()) {
      refuse(front_.where, "front.form",
             {"前書きが「項目: 値」の形ではありません",
              "the front matter is no list of `key: value`"});
      return front_;
    }
    for (const auto& entry : root)
      take(entry.first.as<std::string>(""), entry.second, place_of(entry.first.Mark()));
  } catch (const YAML::Exception& problem) {
    refuse(place_of(problem.mark), "front.form", front_problem(problem.msg));
    return front_;
  }
  check_required();
  return front_;
}

}  // namespace

FrontMatter read_front_matter(const PageText& page, Findings& findings) {
  return FrontReader(page, findings).read();
}

}  // namespace yokoten
