#pragma once

#include <string>
#include <string_view>

#include "model/finding.h"
#include "read/csv_records.h"
#include "read/table_form.h"

namespace yokoten {

/// What stands between the cells of CSV, or of TSV where the form says so.
char delimiter_of(const TableForm& form);

/// Says why a file of CSV can't be read beyond `place`; nothing for Stop::none.
void report_stop(CsvRecords::Stop stop, const TableLimits& limits, const Place& place,
                 Findings& findings);

/// The cell of a file in which the first letter behind `text` stands, which is its beginning.
Place csv_place_behind(std::string_view text, const std::string& file, const TableLimits& limits,
                       const TableForm& form);

}  // namespace yokoten
