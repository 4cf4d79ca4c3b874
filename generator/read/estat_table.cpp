#include <fmt/format.h>

#include <utility>

#include "model/report.h"
#include "read/estat_classes.h"
#include "read/json_table.h"
#include "read/table_room.h"

// The answer is GET_STATS_DATA: RESULT says whether it is one, STATISTICAL_DATA/CLASS_INF names the
// classes and their codes, DATA_INF/VALUE has the values.

namespace yokoten {
namespace {

constexpr const char* kValues = "/GET_STATS_DATA/STATISTICAL_DATA/DATA_INF/VALUE";

std::string heading_of(const std::string& member) {
  if (member == "$") return "値";
  if (member == "@unit") return "単位";
  return member == "@annotation" ? "注釈" : member;
}

/// Turns the members of a value into the cells of a row.
class EstatReader {
 public:
  EstatReader(const std::string& file, const TableLimits& limits, Findings& findings)
      : file_(file), limits_(limits), findings_(findings) {}

  std::optional<Table> read(std::string_view text);

 private:
  bool walk_through(std::string_view text);
  bool accepted();
  void add_heading(const std::string& member);
  bool is_all_there();
  Message add_row(const JsonRows::Cells& members, int number);
  std::string_view label_of(const EstatAxis& axis, std::string_view code, int number);
  void take_beside(const std::string& pointer, const std::string& text);
  void error(Message message, std::string code = "table.estat") {
    report_error(findings_, {file_, 0, 0}, std::move(code), std::move(message));
  }

  const std::string& file_;
  const TableLimits& limits_;
  Findings& findings_;
  EstatClasses classes_;
  bool late_ = false;                      // classes stand behind values
  std::string unsound_;                    // pointer of a name that no cell may hold
  Message unknown_;                        // the first code without a name
  std::vector<const EstatAxis*> axis_of_;  // by member; nullptr for unit, value, annotation
  Table table_;
  std::vector<std::string_view> cells_;
};

bool EstatReader::accepted() {
  if (classes_.status.empty())
    error(
        {"e-StatのgetStatsDataの答えではありません", "this is no answer of e-Stat's getStatsData"});
  else if (classes_.status != "0")
    error({"e-Statが答えなかった: " + classes_.message,
           "e-Stat did not answer: " + classes_.message});
  else if (!unsound_.empty())
    error({fmt::format("{} 名前が{}バイトを超えるか、NUL文字を含みます", unsound_, limits_.cell),
           fmt::format("{} the name has more than {} bytes or holds a NUL character", unsound_,
                       limits_.cell)},
          "table.limit");
  else
    return true;
  return false;
}

void EstatReader::take_beside(const std::string& pointer, const std::string& text) {
  const bool is_class = classes_.take(pointer, text);
  if (!is_class) return;
  late_ = late_ || !axis_of_.empty();
  const bool sound = text.size() <= limits_.cell && text.find('\0') == std::string::npos;
  if (!sound && unsound_.empty()) unsound_ = pointer;
}

void EstatReader::add_heading(const std::string& member) {
  const EstatAxis* axis = classes_.axis(member);
  axis_of_.push_back(axis);
  if (axis != nullptr) table_.add_column(axis->name + "コード");
  table_.add_column(axis != nullptr ? axis->name : heading_of(member));
}

// One answer has 100,000 values at most; the next begins at NEXT_KEY.
bool EstatReader::is_all_there() {
  const std::string& total = classes_.total_number;
  const std::string& next = classes_.next_key;
  if (next.empty() && (total.empty() || total == std::to_string(table_.rows()))) return true;
  const std::string promised = total.empty() ? "?" : total;
  error(
      {fmt::format("e-Statの答えの全部ではありません。{}件のうち{}件です{}。yokoten pullで取るか、"
                   "limitとstartPositionを付けずに取り直してください",
                   promised, table_.rows(),
                   next.empty() ? "" : fmt::format("（続きはNEXT_KEY {}から）", next)),
       fmt::format("this is not all of e-Stat's answer: {} of {} values{}; fetch it by yokoten "
                   "pull, or without limit and startPosition",
                   table_.rows(), promised,
                   next.empty() ? "" : fmt::format(" (more from NEXT_KEY {})", next))});
  return false;
}

std::string_view EstatReader::label_of(const EstatAxis& axis, std::string_view code, int number) {
  if (code.empty()) return {};
  const auto label = axis.labels.find(std::string(code));
  if (label != axis.labels.end()) return label->second;
  if (unknown_.en.empty())
    unknown_ = {fmt::format("{}番目の値の{}「{}」はCLASS_INFにありません", number, axis.name, code),
                fmt::format("value {}: {} {} is not in CLASS_INF", number, axis.name, code)};
  return {};
}

Message EstatReader::add_row(const JsonRows::Cells& members, int number) {
  cells_.clear();
  for (std::size_t i = 0; i < members.size(); ++i) {
    cells_.push_back(members[i]);
    if (axis_of_[i] != nullptr) cells_.push_back(label_of(*axis_of_[i], members[i], number));
  }
  table_.add_row(cells_, number + 1);
  return lack_of_room(table_, limits_);
}

// False where something is wrong, and said.
bool EstatReader::walk_through(std::string_view text) {
  table_ = Table(file_, {});
  axis_of_.clear();
  unknown_ = {};
  JsonRows rows{kValues, true};
  rows.heading = [this](const std::string& member) { add_heading(member); };
  rows.row = [this](const auto& members, int number) { return add_row(members, number); };
  if (!late_)
    rows.beside = [this](const auto& pointer, const auto& value) { take_beside(pointer, value); };
  OwnLetters own;
  const JsonProblem problem = walk(text, rows, limits_, own);
  const bool is_whole = problem.row == 0 && problem.code != "table.limit";
  if (is_whole && !accepted()) return false;
  return said_all(problem, own, file_, findings_);
}

std::optional<Table> EstatReader::read(std::string_view text) {
  if (!walk_through(text)) return std::nullopt;
  // Members of JSON have no order: where values came first, all names are known by now.
  if (late_ && !walk_through(text)) return std::nullopt;
  if (!unknown_.en.empty())
    error(unknown_);
  else if (is_all_there())
    return std::move(table_);
  return std::nullopt;
}

}  // namespace

std::optional<Table> read_estat_table(std::string_view bytes, const std::string& file,
                                      Findings& findings, const TableLimits& limits,
                                      const TableForm& form) {
  const auto decoded = decoded_json(bytes, file, findings, limits, form);
  if (!decoded) return std::nullopt;
  const TableLimits own = in_proportion(limits, decoded->text().size());
  return EstatReader(file, own, findings).read(decoded->text());
}

}  // namespace yokoten
