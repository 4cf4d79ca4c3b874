#pragma once

#include <functional>
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
  std::string code;     ///< table.json, table.limit, table.heading, table.encoding
  std::string pointer;  ///< empty where the text is no JSON
  int row = 0, column = 0;
};

/// Where the rows of a table are in JSON and who is told of them, in the order of the text.
struct JsonRows {
  using Cells = std::vector<std::string_view>;

  std::string pointer;  ///< "" for the whole
  /// An object at the pointer is a single row and no object of columns.
  bool one_is_a_row = false;

  /// A column, when its name comes for the first time.
  std::function<void(const std::string& name)> heading;
  /// A row with its number from 1; columns that come later are empty in it. It says what is wrong
  /// with it, or nothing.
  std::function<Message(const Cells& cells, int number)> row;
  /// A value that is not of the table, with its pointer; may be left out.
  std::function<void(const std::string& pointer, const std::string& value)> beside;
};

/// Letters of an office's own (外字) in a table.
struct OwnLetters {
  int count = 0;
  std::string pointer;  ///< of the first
};

/// Walks once through `text`, which is UTF-8. The rows of a table are an array of objects whose
/// values are cells, or an object of arrays of one length, the columns. Numbers stay as they are
/// written; null is an empty cell. The problem's code is empty when there is none.
JsonProblem walk(std::string_view text, const JsonRows& rows, const TableLimits& limits,
                 OwnLetters& own);

/// Line and column of the letter behind `text`.
Place place_behind(std::string_view text, const std::string& file);

}  // namespace yokoten
