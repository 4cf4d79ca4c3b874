#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "read/table_form.h"

namespace yokoten {

/// What is wrong with a JSON table: the pointer of the value, or the line and column of a fault in
/// the writing of it.
struct JsonProblem {
  Message message;
  std::string code;     ///< table.json, table.limit, table.heading
  std::string pointer;  ///< empty where the text is no JSON
  int row = 0, column = 0;
};

/// The rows of a table in JSON: an array of objects whose values are cells, or an object of arrays
/// of one length, the columns. Numbers stay as they are written; null is an empty cell.
class JsonRows {
 public:
  using Cells = std::vector<std::string_view>;

  /// `pointer` says where the rows are, "" for the whole. `text` is UTF-8 and outlives this.
  /// Where `one_is_a_row`, an object there is a single row and no object of columns.
  JsonRows(std::string_view text, std::string pointer, const TableLimits& limits,
           bool one_is_a_row = false);

  /// Names of the columns in the order in which they first come, or nothing: see problem().
  std::optional<std::vector<std::string>> headings();

  /// Hands on every row with its number from 1; false where something is wrong: see problem().
  bool each(const std::function<void(const Cells& cells, int number)>& take);

  const JsonProblem& problem() const { return problem_; }

 private:
  std::string_view text_;
  std::string pointer_;
  TableLimits limits_;
  std::vector<std::string> headings_;
  bool one_is_a_row_ = false;
  JsonProblem problem_;
};

}  // namespace yokoten
