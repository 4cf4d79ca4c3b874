#include "pull/estat.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "model/period.h"
#include "pull/secrets.h"

namespace yokoten {
namespace {

using Json = nlohmann::ordered_json;

constexpr int most_depth = 64;
constexpr int most_values = 2'500'000;  // of a page: 100,000 rows of up to 24 cells and names
constexpr const char* figures_mark = "yokoten: the figures stand here";

Fault estat_fault(const std::string& ja, const std::string& en) { return {"pull.estat", {ja, en}}; }

Fault no_answer() {
  return estat_fault("e-StatのgetStatsDataの返事ではありません",
                     "it is no answer of e-Stat's getStatsData");
}

// Discarded when it is no JSON, or nested deeper or of more values than any answer is: dump() goes
// down by recursion, and the library ends the program where it can't get the memory to clear away
// a large array.
Json parsed(std::string_view page) {
  bool too_much = false;
  int values = 0;
  const auto bounded = [&](int depth, Json::parse_event_t event, Json&) {
    if (event == Json::parse_event_t::value) ++values;
    too_much = too_much || depth > most_depth || values > most_values;
    return !too_much;
  };
  Json root = Json::parse(page, bounded, false);
  return too_much ? Json(Json::value_t::discarded) : root;
}

// A missing step gives nothing, as does a value that is no object.
const Json* below(const Json* node, const char* key) {
  if (node == nullptr || !node->is_object()) return nullptr;
  const auto found = node->find(key);
  return found == node->end() ? nullptr : &*found;
}

std::optional<std::int64_t> number(const Json* node) {
  if (node == nullptr || !node->is_number_integer()) return std::nullopt;
  return node->get<std::int64_t>();
}

std::string text(const Json* node) {
  return node != nullptr && node->is_string() ? node->get<std::string>() : std::string();
}

// 0 fine, 1 no figures, from 100 on errors.
std::optional<Fault> status_fault(const Json& root) {
  const Json* result = below(below(&root, "GET_STATS_DATA"), "RESULT");
  const auto status = number(below(result, "STATUS"));
  if (!status) return no_answer();
  if (*status == 0) return std::nullopt;
  const std::string why = text(below(result, "ERROR_MSG"));
  return estat_fault(fmt::format("e-Statの返事（{}）: {}", *status, why),
                     fmt::format("e-Stat answers ({}): {}", *status, why));
}

// One figure comes as an object, several as an array.
Json as_array(Json value) { return value.is_array() ? value : Json::array({std::move(value)}); }

}  // namespace

std::string estat_url(const std::string& base, const std::string& app_id, const std::string& table,
                      const std::string& query, std::int64_t start) {
  std::string url = fmt::format(
      "{}/json/getStatsData?appId={}&lang=J&statsDataId={}&metaGetFlg=Y&cntGetFlg=N"
      "&explanationGetFlg=Y&annotationGetFlg=Y&sectionHeaderFlg=1&replaceSpChars=0",
      base, query_text(app_id), table);
  if (!query.empty()) url += '&' + query;
  if (start > 0) url += fmt::format("&startPosition={}", start);
  return url;
}

std::optional<Fault> estat_query_fault(std::string_view query) {
  constexpr std::string_view own[] = {"appid",
                                      "lang",
                                      "statsdataid",
                                      "metagetflg",
                                      "cntgetflg",
                                      "explanationgetflg",
                                      "annotationgetflg",
                                      "callback",
                                      "startposition",
                                      "sectionheaderflg",
                                      "replacespchars"};
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string name(query.substr(0, std::min(query.find('='), end)));
    if (std::find(std::begin(own), std::end(own), lower_ascii(name)) != std::end(own))
      return estat_fault("パラメータ" + name + "はYokotenが付けます。urlから消してください",
                         "the parameter " + name + " is set by Yokoten; take it out of url");
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return std::nullopt;
}

std::optional<Fault> EstatPages::add(std::string_view page) {
  Json root = parsed(page);
  if (root.is_discarded()) return no_answer();
  if (auto found = status_fault(root)) return found;
  const Json* data = below(below(&root, "GET_STATS_DATA"), "STATISTICAL_DATA");
  const Json* info = below(data, "RESULT_INF");
  const Json* values = below(below(data, "DATA_INF"), "VALUE");
  const auto total = number(below(info, "TOTAL_NUMBER"));
  if (values == nullptr || !total) return no_answer();
  const std::string updated = text(below(below(data, "TABLE_INF"), "UPDATED_DATE"));
  if (total_ >= 0 && (*total != total_ || updated != published_))
    return estat_fault("ページの途中で表が変わりました。もう一度pullしてください",
                       "the table changed between two pages; pull again");
  const std::int64_t before = next_;
  next_ = number(below(info, "NEXT_KEY")).value_or(0);
  if (next_ != 0 && next_ <= before)
    return estat_fault("NEXT_KEYが進みません", "NEXT_KEY does not move on");
  const std::int64_t count = count_;
  for (const Json& value : as_array(*values)) {
    if (count_++ > 0) values_ += ",\n";
    values_ += value.dump();
  }
  if (count_ > *total || (next_ != 0 && (count_ == count || next_ > *total)))
    return estat_fault("件数とページが合いません", "its pages don't fit the number of figures");
  if (total_ >= 0) return std::nullopt;
  total_ = *total;
  published_ = updated;
  Json& whole = root["GET_STATS_DATA"];
  whole["RESULT"].erase("DATE");
  whole["STATISTICAL_DATA"]["RESULT_INF"].erase("NEXT_KEY");
  whole["STATISTICAL_DATA"]["RESULT_INF"]["TO_NUMBER"] = total_;
  whole["STATISTICAL_DATA"]["DATA_INF"]["VALUE"] = figures_mark;
  frame_ = root.dump(1);
  return std::nullopt;
}

std::optional<Fault> EstatPages::finish(std::string& joined) const {
  if (count_ != total_)
    return estat_fault(fmt::format("{}件のはずが{}件でした", total_, count_),
                       fmt::format("{} figures were promised, {} came", total_, count_));
  const std::string quoted = '"' + std::string(figures_mark) + '"';
  const auto at = frame_.rfind(quoted);
  joined = frame_;
  joined.replace(at, quoted.size(), "[\n" + values_ + "\n]");
  joined += '\n';
  return std::nullopt;
}

}  // namespace yokoten
