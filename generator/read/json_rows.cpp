#include "read/json_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "read/encoding.h"
#include "read/fitted_number.h"
#include "read/json_column.h"
#include "read/json_path.h"

namespace yokoten {
namespace {

using Role = JsonRole;

/// Tells the parser's caller of a table while the text goes by.
class Walk final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Walk(std::string_view text, const JsonRows& rows, const TableLimits& limits, OwnLetters& own)
      : text_(text), rows_(rows), path_(rows.pointer), limits_(limits), own_(own) {}

  JsonProblem run() {
    const bool whole = nlohmann::json::sax_parse(text_.begin(), text_.end(), this);
    if (whole && !found_)
      fail("table.json", {"表の位置に何もありません", "there is nothing at that place"},
           rows_.pointer);
    else if (whole)
      columns_end();
    return std::move(problem_);
  }

  bool null() override { return scalar(""); }
  bool boolean(bool value) override { return scalar(value ? "true" : "false"); }
  bool number_integer(std::int64_t value) override { return scalar(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) override { return scalar(std::to_string(value)); }
  bool number_float(double, const std::string& written) override {
    return scalar(fitted_number(written).value_or(written));
  }
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
  bool fail(const char* code, Message message, std::string pointer);
  bool scalar(const std::string& cell);
  bool begin(bool object);
  bool end();
  std::optional<Role> role_of(bool object) const;
  bool is_sound(const std::string& text);
  bool find_column(const std::string& name);
  bool put(const std::string& cell);
  bool put_in_column(const std::string& cell);
  bool hand_on();
  bool refuse_rows();
  bool columns_end();

  std::string_view text_;
  const JsonRows& rows_;
  JsonPath path_;
  const TableLimits& limits_;
  OwnLetters& own_;
  JsonProblem problem_;
  bool found_ = false, by_columns_ = false;
  int number_ = 0;  // rows so far
  std::size_t column_ = 0;
  std::vector<std::string> headings_;
  std::unordered_map<std::string, std::size_t> column_of_;
  std::vector<std::string> row_;
  std::vector<std::size_t> filled_;  // columns of the row that have a cell
  std::vector<char> set_;
  std::vector<JsonColumn> columns_;
  JsonRows::Cells cells_;
};

bool Walk::fail(const char* code, Message message, std::string pointer) {
  problem_ = {std::move(message), code, std::move(pointer), 0, 0};
  return false;
}

bool Walk::parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
  const Place place = place_behind(text_.substr(0, position > 0 ? position - 1 : 0), "");
  problem_ = {
      {"JSONとして読めません", "this is no JSON"}, "table.json", "", place.row, place.column};
  return false;
}

// What a container that begins here is to the table; nothing where a cell was due.
std::optional<Role> Walk::role_of(bool object) const {
  if (path_.at_target())
    return !object ? Role::rows : rows_.one_is_a_row ? Role::row : Role::columns;
  switch (path_.role()) {
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
  if (path_.depth() >= static_cast<std::size_t>(limits_.depth))
    return fail("table.limit",
                {fmt::format("入れ子が{}段を超えています", limits_.depth),
                 fmt::format("nested deeper than {}", limits_.depth)},
                path_.here());
  const auto role = role_of(object);
  if (!role)
    return fail("table.json",
                {"セルの中に表や配列があります", "an array or object stands in place of a cell"},
                path_.here());
  found_ = found_ || path_.at_target();
  by_columns_ = by_columns_ || *role == Role::columns;
  if (*role == Role::row) column_ = 0;
  path_.enter(*role, object);
  return true;
}

// What no cell and no heading may be.
bool Walk::is_sound(const std::string& text) {
  if (text.find('\0') != std::string::npos)
    return fail("table.encoding", {"セルにNUL文字があります", "the cell holds a NUL character"},
                path_.here());
  if (text.size() > limits_.cell)
    return fail("table.limit",
                {fmt::format("セルが{}バイトを超えています", limits_.cell),
                 fmt::format("the cell has more than {} bytes", limits_.cell)},
                path_.here());
  for (std::size_t at = foreign_letter(text); at != std::string::npos;
       at = foreign_letter(text, at + 3))
    if (++own_.count == 1) own_.pointer = path_.here();
  return true;
}

// The column of this name, a new one at the end.
bool Walk::find_column(const std::string& name) {
  const auto [found, is_new] = column_of_.emplace(name, headings_.size());
  column_ = found->second;
  if (!is_new) return true;
  if (name.empty())
    return fail("table.heading", {"名前が空の列があります", "a column has an empty name"},
                path_.here());
  if (!is_sound(name)) return false;
  if (headings_.size() == static_cast<std::size_t>(limits_.columns))
    return fail("table.limit",
                {fmt::format("列が{}を超えています", limits_.columns),
                 fmt::format("more than {} columns", limits_.columns)},
                path_.here());
  headings_.push_back(name);
  row_.emplace_back();
  set_.push_back(0);
  rows_.heading(name);
  return true;
}

bool Walk::key(std::string& name) {
  path_.set_key(name);
  if (path_.role() != Role::row && path_.role() != Role::columns) return true;
  // Rows mostly have their members in one order.
  const bool as_before = column_ < headings_.size() && headings_[column_] == name;
  if (!as_before && !find_column(name)) return false;
  if (set_[column_] != 0)
    return fail("table.json", {"同じ名前が二つあります", "the name stands there twice"},
                path_.here());
  set_[column_] = 1;
  filled_.push_back(column_);
  return true;
}

bool Walk::put_in_column(const std::string& cell) {
  columns_.resize(headings_.size());
  columns_[column_].add(cell);
  return columns_[column_].size() <= static_cast<std::size_t>(limits_.rows) || refuse_rows();
}

bool Walk::put(const std::string& cell) {
  if (!is_sound(cell)) return false;
  if (path_.role() == Role::column) return put_in_column(cell);
  row_[column_++] = cell;
  return true;
}

bool Walk::scalar(const std::string& cell) {
  if (path_.at_target())
    return fail("table.json", {"ここは表ではありません", "this is no table"}, path_.here());
  if (path_.role() == Role::rows)
    return fail("table.json", {"行がオブジェクトではありません", "the row is no object"},
                path_.here());
  if (path_.role() == Role::columns)
    return fail("table.json", {"列が配列ではありません", "the column is no array"}, path_.here());
  const bool is_cell = path_.role() == Role::row || path_.role() == Role::column;
  if (is_cell && !put(cell)) return false;
  if (!is_cell && rows_.beside) rows_.beside(path_.here(), cell);
  path_.step();
  return true;
}

bool Walk::refuse_rows() {
  return fail("table.limit",
              {fmt::format("行が{}を超えています", limits_.rows),
               fmt::format("more than {} rows", limits_.rows)},
              path_.around());
}

bool Walk::hand_on() {
  if (number_ == limits_.rows) return refuse_rows();
  Message wrong = rows_.row(cells_, ++number_);
  return wrong.en.empty() || fail("table.limit", std::move(wrong), path_.around());
}

bool Walk::end_object() {
  if (path_.role() == Role::row) {
    cells_.assign(row_.begin(), row_.end());
    if (!hand_on()) return false;
    for (const std::size_t column : filled_) {
      row_[column].clear();
      set_[column] = 0;
    }
    filled_.clear();
  }
  return end();
}

bool Walk::end() {
  path_.leave();
  path_.step();
  return true;
}

// Columns become rows at the end.
bool Walk::columns_end() {
  if (!by_columns_) return true;
  columns_.resize(headings_.size());
  const std::size_t rows = columns_.empty() ? 0 : columns_.front().size();
  for (std::size_t at = 0; at < columns_.size(); ++at)
    if (columns_[at].size() != rows)
      return fail("table.json",
                  {fmt::format("列の長さが違います（{}と{}）", columns_[at].size(), rows),
                   fmt::format("columns differ in length ({} and {})", columns_[at].size(), rows)},
                  rows_.pointer + '/' + escaped_step(headings_[at]));
  for (std::size_t row = 0; row < rows; ++row) {
    cells_.clear();
    for (JsonColumn& column : columns_) cells_.push_back(column.take());
    if (!hand_on()) return false;
  }
  return true;
}

}  // namespace

JsonProblem walk(std::string_view text, const JsonRows& rows, const TableLimits& limits,
                 OwnLetters& own) {
  return Walk(text, rows, limits, own).run();
}

Place place_behind(std::string_view text, const std::string& file) {
  const std::size_t line = text.rfind('\n');
  const std::string_view rest = line == std::string_view::npos ? text : text.substr(line + 1);
  return {file, static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1,
          letters_in(rest) + 1};
}

}  // namespace yokoten
