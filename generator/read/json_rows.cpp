#include "read/json_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace yokoten {
namespace {

using Cells = JsonRows::Cells;

/// What a container is to the table.
enum class Role { other, rows, row, columns, column };

struct Level {
  Role role = Role::other;
  bool object = false;
  bool on_way = false;  // the pointer leads into it
  std::string key;      // of the member that is being read
  std::size_t index = 0;
};

std::string escaped(std::string_view step) {
  std::string out;
  for (const char c : step) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return out;
}

std::vector<std::string> steps_of(std::string_view pointer) {
  std::vector<std::string> steps;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    std::string step;
    for (std::size_t at = 0; at < end; ++at) {
      const bool escape = pointer[at] == '~' && at + 1 < end;
      step += escape ? (pointer[at + 1] == '0' ? '~' : '/') : pointer[at];
      at += escape ? 1 : 0;
    }
    steps.push_back(step);
    pointer.remove_prefix(end);
  }
  return steps;
}

/// Walks through the text once, and finds headings or hands on rows.
class Walk final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Walk(std::string_view text, const std::string& pointer, const TableLimits& limits,
       std::vector<std::string>& headings, JsonProblem& problem)
      : text_(text),
        steps_(steps_of(pointer)),
        pointer_(pointer),
        limits_(limits),
        headings_(headings),
        problem_(problem) {}

  bool run() {
    const bool whole = nlohmann::json::sax_parse(text_.begin(), text_.end(), this);
    if (!whole || !problem_.code.empty()) return false;
    if (!found_)
      return fail("table.json", {"表の位置に何もありません", "there is nothing at that place"},
                  pointer_);
    return columns_end();
  }

  bool one_is_a_row = false;
  std::function<void(const Cells&, int)> take;  // none: only headings are looked for

  bool null() override { return scalar(""); }
  bool boolean(bool value) override { return scalar(value ? "true" : "false"); }
  bool number_integer(std::int64_t value) override { return scalar(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) override { return scalar(std::to_string(value)); }
  bool number_float(double, const std::string& written) override { return scalar(written); }
  bool string(std::string& value) override { return scalar(value); }
  bool binary(nlohmann::json::binary_t&) override { return false; }
  bool start_object(std::size_t) override { return begin(true); }
  bool start_array(std::size_t) override { return begin(false); }
  bool end_array() override { return end(); }
  bool key(std::string& name) override;
  bool end_object() override;
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception&) override;

 private:
  bool on_way() const;
  bool at_table() const { return on_way() && levels_.size() == steps_.size(); }
  Role outer() const { return levels_.empty() ? Role::other : levels_.back().role; }
  std::string here() const;
  bool fail(const char* code, Message message, std::string pointer);
  bool scalar(const std::string& cell);
  bool begin(bool object);
  bool end();
  void step() {
    if (!levels_.empty() && !levels_.back().object) ++levels_.back().index;
  }
  std::optional<Role> role_of(bool object) const;
  bool add_heading(const std::string& name);
  bool put(const std::string& cell);
  bool hand_on();
  bool columns_end();

  std::string_view text_;
  std::vector<std::string> steps_;
  const std::string& pointer_;
  const TableLimits& limits_;
  std::vector<std::string>& headings_;
  JsonProblem& problem_;
  std::vector<Level> levels_;
  bool found_ = false, by_columns_ = false;
  int number_ = 0;
  std::size_t column_ = 0;
  std::vector<std::string> row_;
  std::vector<char> set_;
  std::vector<std::vector<std::string>> columns_;
  Cells cells_;
};

bool Walk::on_way() const {
  if (levels_.empty()) return true;
  const Level& level = levels_.back();
  if (!level.on_way || levels_.size() > steps_.size()) return false;
  const std::string& step = steps_[levels_.size() - 1];
  return level.object ? level.key == step : std::to_string(level.index) == step;
}

std::string Walk::here() const {
  std::string pointer;
  for (const Level& level : levels_)
    pointer += '/' + (level.object ? escaped(level.key) : std::to_string(level.index));
  return pointer;
}

bool Walk::fail(const char* code, Message message, std::string pointer) {
  problem_ = {std::move(message), code, std::move(pointer), 0, 0};
  return false;
}

bool Walk::parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
  const std::string_view before = text_.substr(0, position > 0 ? position - 1 : 0);
  const std::size_t line = before.rfind('\n');
  problem_ = {{"JSONとして読めません", "this is no JSON"}, "table.json", "", 0, 0};
  problem_.row = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  problem_.column =
      static_cast<int>(before.size() - (line == std::string_view::npos ? 0 : line + 1)) + 1;
  return false;
}

// What a container that begins here is to the table; nothing where a cell was due.
std::optional<Role> Walk::role_of(bool object) const {
  if (at_table()) return !object ? Role::rows : one_is_a_row ? Role::row : Role::columns;
  switch (outer()) {
    case Role::rows:
      return object ? std::optional(Role::row) : std::nullopt;
    case Role::columns:
      return object ? std::nullopt : std::optional(Role::column);
    case Role::row:
    case Role::column:
      return std::nullopt;
    case Role::other:
      break;
  }
  return Role::other;
}

bool Walk::begin(bool object) {
  if (levels_.size() >= static_cast<std::size_t>(limits_.depth))
    return fail("table.limit",
                {fmt::format("入れ子が{}段を超えています", limits_.depth),
                 fmt::format("nested deeper than {}", limits_.depth)},
                here());
  const auto role = role_of(object);
  if (!role)
    return fail("table.json",
                {"セルの中に表や配列があります", "an array or object stands in place of a cell"},
                here());
  found_ = found_ || at_table();
  by_columns_ = by_columns_ || *role == Role::columns;
  if (*role == Role::row) {
    row_.assign(headings_.size(), {});
    set_.assign(headings_.size(), 0);
    column_ = 0;
  }
  levels_.push_back({*role, object, on_way(), {}, 0});
  return true;
}

bool Walk::add_heading(const std::string& name) {
  if (name.empty())
    return fail("table.heading", {"名前が空の列があります", "a column has an empty name"}, here());
  headings_.push_back(name);
  if (headings_.size() <= static_cast<std::size_t>(limits_.columns)) return true;
  return fail("table.limit",
              {fmt::format("列が{}を超えています", limits_.columns),
               fmt::format("more than {} columns", limits_.columns)},
              here());
}

bool Walk::key(std::string& name) {
  levels_.back().key = name;
  if (outer() != Role::row && outer() != Role::columns) return true;
  // Rows mostly have their members in one order.
  if (column_ >= headings_.size() || headings_[column_] != name)
    column_ = static_cast<std::size_t>(std::find(headings_.begin(), headings_.end(), name) -
                                       headings_.begin());
  if (column_ == headings_.size() && !add_heading(name)) return false;
  row_.resize(headings_.size());
  set_.resize(headings_.size());
  columns_.resize(headings_.size());
  if (set_[column_] != 0)
    return fail("table.json", {"同じ名前が二つあります", "the name stands there twice"}, here());
  set_[column_] = 1;
  return true;
}

bool Walk::put(const std::string& cell) {
  if (cell.find('\0') != std::string::npos)
    return fail("table.encoding", {"セルにNUL文字があります", "the cell holds a NUL character"},
                here());
  if (cell.size() > limits_.cell)
    return fail("table.limit",
                {fmt::format("セルが{}バイトを超えています", limits_.cell),
                 fmt::format("the cell has more than {} bytes", limits_.cell)},
                here());
  if (outer() == Role::row)
    row_[column_++] = cell;
  else if (take)
    columns_[column_].push_back(cell);
  return true;
}

bool Walk::scalar(const std::string& cell) {
  if (at_table()) return fail("table.json", {"ここは表ではありません", "this is no table"}, here());
  if (outer() == Role::rows)
    return fail("table.json", {"行がオブジェクトではありません", "the row is no object"}, here());
  if (outer() == Role::columns)
    return fail("table.json", {"列が配列ではありません", "the column is no array"}, here());
  if ((outer() == Role::row || outer() == Role::column) && !put(cell)) return false;
  step();
  return true;
}

bool Walk::hand_on() {
  if (++number_ > limits_.rows)
    return fail("table.limit",
                {fmt::format("行が{}を超えています", limits_.rows),
                 fmt::format("more than {} rows", limits_.rows)},
                here());
  if (!take) return true;
  cells_.assign(row_.begin(), row_.end());
  take(cells_, number_);
  return true;
}

bool Walk::end_object() {
  if (outer() == Role::row && !hand_on()) return false;
  return end();
}

bool Walk::end() {
  levels_.pop_back();
  step();
  return true;
}

// Columns become rows at the end.
bool Walk::columns_end() {
  if (!by_columns_ || !take) return true;
  const std::size_t rows = columns_.empty() ? 0 : columns_.front().size();
  for (std::size_t at = 0; at < columns_.size(); ++at)
    if (columns_[at].size() != rows)
      return fail("table.json",
                  {fmt::format("列の長さが違います（{}と{}）", columns_[at].size(), rows),
                   fmt::format("columns differ in length ({} and {})", columns_[at].size(), rows)},
                  pointer_ + '/' + escaped(headings_[at]));
  for (std::size_t row = 0; row < rows; ++row) {
    row_.clear();
    for (const auto& column : columns_) row_.push_back(column[row]);
    if (!hand_on()) return false;
  }
  return true;
}

}  // namespace

JsonRows::JsonRows(std::string_view text, std::string pointer, const TableLimits& limits,
                   bool one_is_a_row)
    : text_(text), pointer_(std::move(pointer)), limits_(limits), one_is_a_row_(one_is_a_row) {}

std::optional<std::vector<std::string>> JsonRows::headings() {
  headings_.clear();
  Walk walk(text_, pointer_, limits_, headings_, problem_);
  walk.one_is_a_row = one_is_a_row_;
  if (!walk.run()) return std::nullopt;
  return headings_;
}

bool JsonRows::each(const std::function<void(const Cells&, int)>& take) {
  Walk walk(text_, pointer_, limits_, headings_, problem_);
  walk.take = take;
  walk.one_is_a_row = one_is_a_row_;
  return walk.run();
}

}  // namespace yokoten
