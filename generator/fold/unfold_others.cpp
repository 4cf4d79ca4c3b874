#include <fmt/format.h>

#include <set>

#include "base/decimal.h"
#include "fold/unfolding.h"
#include "model/report.h"

namespace yokoten {
namespace {

/// Gathers the lines of other files.
class OthersUnfolder {
 public:
  explicit OthersUnfolder(const Unfolding& work) : work_(work) {
    for (const auto& [path, file] : work.out.files) spelled_.insert(path);
  }

  void add(const BookRow& row) {
    const EntryCell* path = row.find("*path");
    if (path == nullptr) return;
    if (!is_inside(path->text)) return refuse_path(*path);
    if (row.text("*use") == "drop") {
      work_.out.dropped.insert(path->text);
      return;
    }
    if (spelled_.contains(path->text)) return report_twice(*path);
    check_order(row, path->text);
    const EntryCell* text = row.find("*text");
    const BookColumn* column = row.column("*text");
    const BookOrigin origin{row.place("*text"), column == nullptr ? "" : column->heading, 0};
    work_.out.files[path->text].put((text == nullptr ? "" : text->text) + '\n', origin);
  }

 private:
  // Below the publication, and none of what lies beside the book.
  static bool is_inside(const std::string& path) {
    for (const char* beside : {"raw/", "documents/", "photos/", "releases/"})
      if (path.starts_with(beside)) return false;
    return !path.starts_with('/') && path.find("..") == std::string::npos &&
           path.find('\\') == std::string::npos;
  }

  void refuse_path(const EntryCell& path) {
    if (said_.insert(path.text).second)
      work_.error(path.place, "book.file",
                  {fmt::format("{} はここに書けません。raw、documents、photos、releases "
                               "のファイルは、このエクセルの隣に置きます",
                               path.text),
                   fmt::format("{} can't stand here; files of raw, documents, photos and releases "
                               "lie beside the workbook",
                               path.text)});
  }

  void report_twice(const EntryCell& path) {
    if (said_.insert(path.text).second)
      work_.error(
          path.place, "book.twice",
          {fmt::format("{} はほかのシートにも書かれています。どちらかを消してください", path.text),
           fmt::format("{} stands in another sheet too; remove one", path.text)});
  }

  void check_order(const BookRow& row, const std::string& path) {
    const EntryCell* line = row.find("*line");
    if (line == nullptr) return;
    const auto number = parse_decimal(line->text);
    if (!number) return;
    const auto [last, is_new] = last_.try_emplace(path, *number);
    if (!is_new && compare(last->second, *number) >= 0)
      report_warning(work_.out.own, line->place, "book.order",
                     {fmt::format("行の番号が上の行より後ではありません。{} "
                                  "は、シートに並んだ順につなぎます",
                                  path),
                      fmt::format("this line does not come after the one above; {} is put "
                                  "together in the order of the sheet",
                                  path)});
    last->second = *number;
  }

  const Unfolding& work_;
  std::set<std::string> spelled_, said_;
  std::map<std::string, Decimal> last_;
};

}  // namespace

void unfold_others(const Unfolding& work) {
  OthersUnfolder others(work);
  for (const BookRow& row : work.rows(sheet::others)) others.add(row);
}

}  // namespace yokoten
