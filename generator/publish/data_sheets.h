#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/corrected_figures.h"
#include "model/data_set.h"

namespace yokoten {

/// A cell of a workbook of figures.
struct FigureCell {
  std::string text;              ///< of a number the exact one
  std::optional<double> number;  ///< what a spreadsheet computes with
  std::string format;            ///< the number's: `#,##0.0"%"`
};

/// A line of the notes.
struct SheetNote {
  std::string term, text;
  bool is_heading = false;
};

/// What a workbook of figures says, before it is written.
struct DataSheets {
  std::vector<std::string> heads;
  std::vector<std::vector<FigureCell>> rows;
  std::vector<SheetNote> notes;
};

/// What workbooks of a publication say all alike: their columns, and the words of flags and
/// reasons.
struct SheetWords {
  explicit SheetWords(const Publication& publication);

  std::vector<std::string> heads;
  std::vector<SheetNote> notes;
};

/// The figures in the publication's words, and the notes that go with them.
DataSheets data_sheets(const Publication& publication, const Areas& areas, const Measured& measured,
                       const CorrectedFigures& corrected, const SheetWords& words,
                       const DataSet& set);

/// A fingerprint of all that the workbook says.
std::string fingerprint(const DataSheets& sheets);

}  // namespace yokoten
