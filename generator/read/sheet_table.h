#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/table.h"
#include "read/table_form.h"
#include "read/workbook.h"

namespace yokoten {

/// Reads a sheet of an XLSX or ODS file: the one that the form names, or the only one that is not
/// hidden. Places name it behind the file (`raw/a.xlsx#集計`). A number that the sheet shows as a
/// percentage is that text (`24.7%`), dates are ISO. What the sheet hides, merges and spells is
/// reported (workbook.h).
std::optional<Table> read_sheet_table(std::string_view bytes, const std::string& file,
                                      Findings& findings, const TableLimits& limits,
                                      const TableForm& form);

/// The workbook of the file in the form's format; empty where it can't be read, with findings.
std::optional<Workbook> read_book(std::string_view bytes, const std::string& file,
                                  Findings& findings, const TableLimits& limits,
                                  const TableForm& form);

/// The sheet that the form names, or the only one that is visible and not empty; nullptr, and a
/// finding, where there is none. It lives as long as the book.
const Sheet* sheet_of(const Workbook& book, const TableForm& form, Findings& findings);

/// What a cell of a sheet is in a table: its text, a percentage as one, a number rounded where it
/// has more digits than fit.
std::string text_in_table(const SheetCell& cell);

/// `0.247` as `24.7%`, by moving the point.
std::string as_percent(std::string_view number);

}  // namespace yokoten
