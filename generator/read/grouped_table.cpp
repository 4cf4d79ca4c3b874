#include "read/grouped_table.h"

#include <fmt/format.h>

#include <memory>

#include "base/hash.h"
#include "model/report.h"
#include "read/csv_stop.h"
#include "read/decoded_file.h"
#include "read/grouped_pass.h"
#include "read/table_file.h"
#include "read/table_room.h"

namespace yokoten {
namespace {

/// Makes the table of what a pass has added up.
class GroupTable {
 public:
  GroupTable(const GroupedFile& request, const GroupedPass& pass, Findings& findings)
      : request_(request),
        group_(*request.text.source.group),
        pass_(pass),
        groups_(pass.rows->groups()),
        findings_(findings) {}

  std::optional<Table> made() {
    Table table(request_.path, header(), origin());
    for (const std::size_t group : groups_.in_order()) {
      add(table, group);
      if (const Message lack = lack_of_room(table, request_.limits); !lack.en.empty()) {
        report_error(findings_, {request_.path, 0, 0}, "table.limit", lack);
        return std::nullopt;
      }
    }
    return failed_ ? std::nullopt : std::optional(std::move(table));
  }

 private:
  std::vector<std::string> header() const {
    std::vector<std::string> header = group_.by;
    header.insert(header.end(), group_.sum.begin(), group_.sum.end());
    if (!group_.count.empty()) header.push_back(group_.count);
    return header;
  }

  int file_column(std::size_t column) const {
    return pass_.headings->file_column(static_cast<int>(column));
  }

  TableOrigin origin() const {
    TableOrigin origin{pass_.headings->heading_place(0).row, 1, {}};
    for (const auto* columns : {&pass_.rows->columns().by, &pass_.rows->columns().sum})
      for (const std::size_t column : *columns) origin.columns.push_back(file_column(column));
    if (!group_.count.empty()) origin.columns.push_back(0);
    return origin;
  }

  void add(Table& table, std::size_t group) {
    const int row = pass_.file_row(groups_.first_row(group));
    texts_.clear();
    for (std::size_t at = 0; at < group_.sum.size(); ++at) texts_.push_back(text(group, at, row));
    if (!group_.count.empty()) texts_.push_back(std::to_string(groups_.rows(group)));
    cells_.clear();
    groups_.append_keys(group, cells_);
    cells_.insert(cells_.end(), texts_.begin(), texts_.end());
    table.add_group(cells_, row, groups_.rows(group));
  }

  std::string text(std::size_t group, std::size_t at, int row) {
    const RowGroups::Sum sum = groups_.sum(group, at);
    if (sum.missing) return std::string(*sum.missing);
    if (sum.total) return to_text(*sum.total) + (sum.is_bound ? "以上" : "");
    failed_ = true;
    report_error(
        findings_, {request_.path, row, file_column(pass_.rows->columns().sum[at])},
        "sum.too_large",
        {fmt::format("{}行（最初がこの行）の合計が18桁を超えます。桁か単位を確かめてください",
                     groups_.rows(group)),
         fmt::format("the sum of {} rows, this the first, has more than 18 digits; "
                     "check the unit",
                     groups_.rows(group))});
    return {};
  }

  const GroupedFile& request_;
  const RowGrouping& group_;
  const GroupedPass& pass_;
  const RowGroups& groups_;
  Findings& findings_;
  std::vector<std::string> texts_;
  RowGroups::Cells cells_;
  bool failed_ = false;
};

class GroupedReader {
 public:
  GroupedReader(const DiskFile& file, const GroupedFile& request, Findings& findings)
      : file_(file), request_(request), findings_(findings) {}

  GroupedTable read() {
    GroupedTable made;
    RowPieces pieces(file_, request_.piece, request_.longest_row);
    auto pass = is_utf8() ? grouped_quickly(pieces, request_) : std::nullopt;
    made.sha256 = pieces.sha256();
    if (pieces.has_failed()) return made;
    if (!pass) pass = file_.size() <= request_.limits.bytes ? of_held() : of_large();
    if (!pass) return made;
    made.header = pass->headings->header();
    tell_own_letters(*pass);
    if (pass->rows) made.table = GroupTable(request_, *pass, findings_).made();
    return made;
  }

 private:
  const TableForm& form() const { return request_.text.form; }
  bool is_utf8() const { return !form().encoding || *form().encoding == Encoding::utf8; }

  std::optional<GroupedPass> exact(const DiskFile& file) {
    RowPieces pieces(file, request_.piece, request_.longest_row);
    return grouped_exactly(pieces, request_, findings_);
  }

  std::optional<GroupedPass> of_held() {
    std::string bytes(file_.size(), '\0');
    const auto got = file_.read(0, bytes);
    if (!got) return std::nullopt;
    bytes.resize(*got);
    const TextFile text{request_.path, request_.limits.bytes, form().encoding,
                        [this](std::string_view before) {
                          return csv_place_behind(before, request_.path, request_.limits, form());
                        }};
    const auto decoded = decoded_file(bytes, text, findings_);
    return decoded ? exact(*file_of(decoded->text())) : std::nullopt;
  }

  std::optional<GroupedPass> of_large() {
    if (is_utf8()) return exact(file_);
    const std::size_t most = request_.limits.bytes;
    report_error(findings_, {request_.path, 0, 0}, "table.limit",
                 {fmt::format("UTF-8でないファイルをgroupで読めるのは{}バイトまでです", most),
                  fmt::format("group reads files that are no UTF-8 up to {} bytes", most)});
    return std::nullopt;
  }

  void tell_own_letters(const GroupedPass& pass) {
    const GroupedOwnLetters& own = pass.own_letters;
    if (own.count > 0)
      report_private(own.count, {request_.path, pass.file_row(own.first), own.column}, "",
                     findings_);
  }

  const DiskFile& file_;
  const GroupedFile& request_;
  Findings& findings_;
};

}  // namespace

GroupedTable read_grouped(const DiskFile& file, const GroupedFile& request, Findings& findings) {
  const TableForm& form = request.text.form;
  const auto format = form.format ? form.format : format_of_name(request.path);
  if (format && !is_of_use(form, *format, request.path, findings)) return {};
  return GroupedReader(file, request, findings).read();
}

}  // namespace yokoten
