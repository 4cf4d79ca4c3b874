#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/table.h"
#include "read/encoding.h"
#include "read/json_rows.h"
#include "read/table_form.h"

namespace yokoten {

/// Reads a table in JSON: an array of objects, or an object of columns, where `form.rows_at` says.
/// A row's number is that of its item, and the headings count as the first: item 0 is row 2.
/// Findings `table.*`; empty when one of them is an error.
std::optional<Table> read_json_table(std::string_view bytes, const std::string& file,
                                     Findings& findings, const TableLimits& limits,
                                     const TableForm& form);

/// Reads the answer of e-Stat's getStatsData (API 3.0, JSON): a row a value, and for each of its
/// classes two columns, code and name (`地域コード`, `地域`), then `単位` and `値`.
std::optional<Table> read_estat_table(std::string_view bytes, const std::string& file,
                                      Findings& findings, const TableLimits& limits,
                                      const TableForm& form);

/// JSON as UTF-8; `bytes` must outlive it. Empty where it is none, with findings.
std::optional<DecodedText> decoded_json(std::string_view bytes, const std::string& file,
                                        Findings& findings, const TableLimits& limits,
                                        const TableForm& form);

/// Says what came out of a walk through JSON; whether nothing was wrong.
bool said_all(const JsonProblem& problem, const OwnLetters& own, const std::string& file,
              Findings& findings);

}  // namespace yokoten
