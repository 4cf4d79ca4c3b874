#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/place.h"
#include "model/area.h"
#include "model/effect_report.h"
#include "model/period.h"

namespace yokoten {

/// What the rows of a source are.
enum class SourceKind {
  figures,             ///< a row an area (or the fixed area) with measures in columns
  list,                ///< a row a listed area: counts 1 under the measure `listed`
  records,             ///< rows shown as they are (directory, awards): no observations
  framework,           ///< a row a KPI with its value and targets
  labels,              ///< a row a code of a breakdown with its label
  boundaries,          ///< no table: the shapes of areas (TopoJSON)
  effect_reports,      ///< a row a report of a subsidised office
  subsidised_offices,  ///< a row an office that owes reports
  cases,               ///< a row a case of good practice that others have published
};

/// Turns columns into rows: each heading stands for a period or for a value of a breakdown key.
struct Unpivot {
  std::string into;  ///< `period`, or the breakdown's key (`start`)
  std::string measure;
  std::vector<std::pair<std::string, std::string>> columns;  ///< heading → period or code
  std::string total;  ///< heading of the printed total of these columns, empty for none
};

/// A printed figure that must come out again when it is computed from the other cells.
struct PrintedRate {
  std::string column;
  std::string numerator, denominator;  ///< measures
  int decimals = 1;
};

/// Rows that are printed but not counted: a total that must reconcile, parts of the row above.
struct RowRule {
  std::string column;
  std::vector<std::string> values;
};

/// The columns of a KPI framework.
struct FrameworkColumns {
  std::string title, stage, group, unit, basis, better, by_service, definition;
  std::vector<std::pair<std::string, Period>> values;  ///< heading → period of the value
  std::vector<std::pair<std::string, int>> targets;    ///< heading → year the target is due
};

/// A note in brackets after a number (「R5暫定値」) and what it means.
struct NoteMeaning {
  std::uint8_t flags = 0;
  std::optional<Period> period;
};

/// What a pull of one source may take.
struct PullLimits {
  std::int64_t bytes = std::int64_t{256} << 20U;  ///< of the file, unpacked
  int seconds = 300;                              ///< for everything, with all tries and waits
  int stall_seconds = 30;                         ///< with less than 100 bytes a second
  int tries = 4;
  std::int64_t rows = 5'000'000;  ///< of the answer of a database
};

/// A value that is put into a query, or several for a list.
struct QueryParameter {
  enum class Kind { integer, decimal, text, date };
  std::string name;
  Kind kind = Kind::text;
  bool is_list = false;
  std::vector<std::string> values;  ///< one where it is no list
  Place place;
};

/// What a database is asked for a source: a file of the publication, and what is put into it.
struct SourceQuery {
  std::string file;  ///< `queries/NAME.sql`; empty where no database is asked
  Place place;
  std::vector<QueryParameter> parameters;
  std::string null_text;  ///< what NULL becomes in the raw file
};

/// The parameters as its provenance has them: `from = 2024-04-01`.
std::vector<std::string> parameter_lines(const SourceQuery& query);

/// How a source is asked for, where its `url` leads to another machine.
struct PullRules {
  bool insecure = false;  ///< http: may be used, by redirects too
  /// Name → value of a request header; `env:NAME` stands for what the environment has.
  std::vector<std::pair<std::string, std::string>> headers;
  std::vector<std::string> allow_hosts;  ///< may be inside: private, loopback …
  std::string encoding;      ///< of the file, as the source says it (`cp932`); empty for nothing
  bool any_content = false;  ///< the bytes are not compared with what was promised
  PullLimits limits;
};

/// What a legend's symbol may mean beside the reasons why a value is missing: that it is 0.
inline constexpr std::string_view symbol_for_none = "zero";

/// How heavy the findings of one check are at this source: a line of `[source.check]`.
struct CheckLevel {
  std::string code;
  std::string level;   ///< error, warning, note or off
  std::string reason;  ///< why; an error is lowered with one only
  Place place;
};

/// What holds for municipalities of fewer people than `below`.
struct PopulationStep {
  std::int64_t below = 0;
  std::int64_t cells = 0;  ///< as in DisclosureRule
  bool hides_all = false;  ///< no count shows, not even 0
};

/// What of a source's counts must not show: `[source.disclosure]`.
struct DisclosureRule {
  std::vector<std::string> measures;  ///< that it holds for; empty: all of the source
  std::int64_t cells = 0;             ///< counts from 1 up to below this are hidden
  bool hides_zero = false;            ///< 0 is hidden as well
  bool cumulative = false;            ///< growth from period to period counts as a cell too
  std::string units;                  ///< measure that counts who stands behind a rate …
  std::int64_t fewest_units = 0;      ///< … which is hidden below this number of them
  std::string population;             ///< measure of any source: people of each municipality
  std::vector<PopulationStep> steps;  ///< the smallest first
  Place place;
};

/// Which rows of a source's file become one row of its table: `[source.group]`.
struct RowGrouping {
  std::vector<std::string> by;   ///< headings: rows with the same texts there become one
  std::vector<std::string> sum;  ///< headings of what is added up
  std::string count;  ///< heading of the new column with how many rows became one; empty: none
};

/// One table of figures with its provenance: `[[source]]` in sources.toml.
struct Source {
  std::string id, title, publisher, document, url, licence, note;
  std::string file;              ///< path of the raw file inside the publication (`raw/x.csv`)
  bool reads_all = true;         ///< its table is all that the file holds
  bool leaves_rows_out = false;  ///< rows between those of its table don't fit `only`
  std::vector<std::pair<int, int>> skipped;  ///< rows of the file that are not read, both included
  std::string as_of;      ///< as the source states it: 2024-09-13, 2024-09, or empty
  std::string published;  ///< date or month
  std::string retrieved;
  std::string sha256;       ///< as recorded
  std::string read_sha256;  ///< of the file as it was read; empty where it was not
  SourceKind kind = SourceKind::figures;
  Place place;  ///< of its table in sources.toml
  PullRules pull;
  SourceQuery query;

  std::string area_column;        ///< names or codes areas; empty with `fixed_area`
  std::string prefecture_column;  ///< where prefecture and municipality stand in two columns
  std::string fixed_area;         ///< code, e.g. 000000
  std::string home;  ///< full name of the prefecture whose municipalities need no prefecture
  AreaLevel level = AreaLevel::prefecture;  ///< what area_column names
  std::optional<Period> period;             ///< fixed
  std::string period_column;
  bool complete = false;                  ///< areas that are not listed have 0, not "not published"
  std::optional<Decimal> lists_at_least;  ///< the list claims to hold every area at or above this
  std::string lists_rate;                 ///< ... of this printed rate's column

  std::vector<std::pair<std::string, std::string>> measures;   ///< measure → heading
  std::vector<std::pair<std::string, std::string>> breakdown;  ///< key → heading
  std::vector<Unpivot> unpivots;
  std::vector<PrintedRate> printed;
  std::vector<RowRule> only;  ///< rows that are read: those that fit all of these
  std::optional<RowGrouping> group;
  std::optional<RowRule> total_row;
  std::optional<RowRule> of_which;
  std::string rank_column;                     ///< printed places, checked
  std::string office_column;                   ///< numbers of care offices, checked
  std::string office_kinds;                    ///< their third characters; empty: the usual ones
  std::map<std::string, std::string> symbols;  ///< printed text → missing reason
  std::map<std::string, NoteMeaning> notes;    ///< text in brackets → meaning
  std::vector<CheckLevel> check_levels;
  std::optional<DisclosureRule> disclosure;
  bool withheld = false;               ///< its raw file holds what is hidden, and does not go out
  std::optional<bool> publishes_file;  ///< whether it is to go out; empty: nothing is said, it does
  std::optional<FrameworkColumns> framework;
  std::optional<ReportForm> report;                     ///< kind effect_reports
  std::optional<OfficeListForm> office_list;            ///< kind subsidised_offices
  std::string label_breakdown, label_code, label_text;  ///< kind labels
  std::vector<std::string> shown;  ///< kind records: headings offered to pages, in order
  /// kind boundaries: the object of the file and its properties; empty: the usual ones.
  std::string object, code_property, name_property;
};

/// Whether its rows have figures, which go into the cube: of kind figures or list.
inline bool has_figures(const Source& source) {
  return source.kind == SourceKind::figures || source.kind == SourceKind::list;
}

/// Whether the source has figures of this measure; a list has `listed`.
bool gives_measure(const Source& source, const std::string& measure);

/// Whether its raw file goes out, as far as there is one in the site.
inline bool gives_file(const Source& source) {
  return !source.withheld && source.publishes_file.value_or(true);
}

/// Whether its rows are single offices, which never go out as they are.
inline bool names_offices(const Source& source) {
  return source.kind == SourceKind::effect_reports || source.kind == SourceKind::subsidised_offices;
}

/// Their ids, in their order.
std::vector<std::string> ids_of(const std::vector<Source>& sources);

}  // namespace yokoten
