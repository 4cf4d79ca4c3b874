#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "model/report.h"
#include "read/json_rows.h"
#include "read/json_table.h"

// The answer is GET_STATS_DATA: RESULT says whether it is one, STATISTICAL_DATA/CLASS_INF names the
// classes and their codes, DATA_INF/VALUE has the values. Where there is one thing only, e-Stat
// writes an object in place of an array of one.

namespace yokoten {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kValues = "/GET_STATS_DATA/STATISTICAL_DATA/DATA_INF/VALUE";
constexpr const char* kClasses = "/GET_STATS_DATA/STATISTICAL_DATA/CLASS_INF/CLASS_OBJ";
constexpr const char* kResult = "/GET_STATS_DATA/RESULT";

/// A class of the statistics: an axis with its codes.
struct Axis {
  std::string member;  // of a value: "@area"
  std::string name;
  std::unordered_map<std::string, std::string> labels;  // by code
};

std::string text_of(const Json& object, const char* member) {
  if (!object.is_object() || !object.contains(member)) return {};
  const Json& value = object[member];
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::vector<Json> all_of(const Json& one_or_many) {
  if (one_or_many.is_array()) return {one_or_many.begin(), one_or_many.end()};
  if (one_or_many.is_object()) return {one_or_many};
  return {};
}

const Json& at(const Json& whole, const char* pointer) {
  static const Json nothing;
  const Json::json_pointer place(pointer);
  return whole.contains(place) ? whole[place] : nothing;
}

// All but the values, which are too many to keep.
Json without_values(std::string_view text) {
  const auto keep = [](int, Json::parse_event_t event, Json& parsed) {
    return event != Json::parse_event_t::key || parsed != "VALUE";
  };
  return Json::parse(text.begin(), text.end(), keep, false);
}

std::vector<Axis> axes_of(const Json& whole) {
  std::vector<Axis> axes;
  for (const Json& object : all_of(at(whole, kClasses))) {
    Axis axis{'@' + text_of(object, "@id"), text_of(object, "@name"), {}};
    if (object.contains("CLASS"))
      for (const Json& code : all_of(object["CLASS"]))
        axis.labels[text_of(code, "@code")] = text_of(code, "@name");
    axes.push_back(std::move(axis));
  }
  return axes;
}

/// Turns the members of a value into the cells of a row.
class EstatReader {
 public:
  EstatReader(const std::string& file, Findings& findings) : file_(file), findings_(findings) {}

  std::optional<Table> read(std::string_view text, const TableLimits& limits);

 private:
  bool accepted(const Json& whole);
  void begin();
  void take(const JsonRows::Cells& members, int number);
  void error(Message message, std::string code = "table.estat") {
    report_error(findings_, {file_, 0, 0}, std::move(code), std::move(message));
  }

  const std::string& file_;
  Findings& findings_;
  std::vector<Axis> axes_;
  std::vector<std::string> members_;
  std::vector<const Axis*> axis_of_;  // by member; nullptr for unit, value, annotation
  std::optional<Table> table_;
  std::vector<std::string_view> cells_;
  int unknown_ = 0;
};

bool EstatReader::accepted(const Json& whole) {
  if (whole.is_discarded())
    error({"JSONとして読めません", "this is no JSON"}, "table.json");
  else if (at(whole, kResult).is_null())
    error(
        {"e-StatのgetStatsDataの答えではありません", "this is no answer of e-Stat's getStatsData"});
  else if (const std::string status = text_of(at(whole, kResult), "STATUS"); status != "0")
    error({"e-Statが答えなかった: " + text_of(at(whole, kResult), "ERROR_MSG"),
           "e-Stat did not answer: " + text_of(at(whole, kResult), "ERROR_MSG")});
  else
    return true;
  return false;
}

void EstatReader::begin() {
  std::vector<std::string> headings;
  for (const std::string& member : members_) {
    const auto axis = std::find_if(axes_.begin(), axes_.end(),
                                   [&](const Axis& each) { return each.member == member; });
    axis_of_.push_back(axis == axes_.end() ? nullptr : &*axis);
    if (axis != axes_.end()) {
      headings.push_back(axis->name + "コード");
      headings.push_back(axis->name);
    } else {
      headings.push_back(member == "$"             ? "値"
                         : member == "@unit"       ? "単位"
                         : member == "@annotation" ? "注釈"
                                                   : member);
    }
  }
  table_ = Table(file_, headings);
}

void EstatReader::take(const JsonRows::Cells& members, int number) {
  cells_.clear();
  for (std::size_t i = 0; i < members.size(); ++i) {
    cells_.push_back(members[i]);
    const Axis* axis = axis_of_[i];
    if (axis == nullptr) continue;
    const auto label = axis->labels.find(std::string(members[i]));
    if (label == axis->labels.end() && ++unknown_ == 1)
      error({fmt::format("{}番目の値の{}「{}」はCLASS_INFにありません", number, axis->name,
                         members[i]),
             fmt::format("value {}: {} {} is not in CLASS_INF", number, axis->name, members[i])});
    cells_.push_back(label == axis->labels.end() ? std::string_view() : label->second);
  }
  table_->add_row(cells_, number + 1);
}

std::optional<Table> EstatReader::read(std::string_view text, const TableLimits& limits) {
  const Json whole = without_values(text);
  if (!accepted(whole)) return std::nullopt;
  axes_ = axes_of(whole);
  JsonRows rows(text, kValues, limits, true);
  const auto headings = rows.headings();
  if (headings) {
    members_ = *headings;
    begin();
  }
  if (!headings ||
      !rows.each([&](const JsonRows::Cells& cells, int number) { take(cells, number); })) {
    const JsonProblem& problem = rows.problem();
    error({problem.pointer + ' ' + problem.message.ja, problem.pointer + ' ' + problem.message.en},
          problem.code);
    return std::nullopt;
  }
  return unknown_ > 0 ? std::nullopt : std::move(table_);
}

}  // namespace

std::optional<Table> read_estat_table(std::string_view bytes, const std::string& file,
                                      Findings& findings, const TableLimits& limits) {
  return EstatReader(file, findings).read(bytes, limits);
}

}  // namespace yokoten
