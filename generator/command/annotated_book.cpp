#include "command/annotated_book.h"

#include "command/book_xlsx.h"
#include "command/folded_publication.h"
#include "command/standing_result.h"
#include "model/report.h"
#include "pipeline.h"

namespace yokoten {
namespace {

// The same publication, read from the workbook that it would be.
Findings findings_in_book(const Surroundings& surroundings, const CellBook& book,
                          const std::string& folder) {
  OpenedPublication opened(surroundings, book, folder);
  Findings findings;
  const auto seen = examined(opened.disk(), surroundings.home, opened.folder(), findings);
  if (seen) check_pages(opened.disk(), surroundings.home, *seen, findings);
  return opened.settled(std::move(findings));
}

bool may_write(const CheckArguments& arguments, Disk& disk, Findings& failures) {
  if (!is_annotation_name(arguments.annotate, failures) ||
      !lies_outside(arguments.folder, arguments.annotate, "annotate.name", failures))
    return false;
  const auto lost = lost_with_annotation(disk, arguments.annotate);
  if (lost) report_error(failures, {arguments.annotate, 0, 0}, "annotate.name", *lost);
  return !lost;
}

}  // namespace

bool is_annotation_name(const std::string& file, Findings& failures) {
  if (file.ends_with(".xlsx")) return true;
  report_error(
      failures, {file, 0, 0}, "annotate.name",
      {"--annotate の名前は .xlsx で終わります", "--annotate names a file that ends with .xlsx"});
  return false;
}

bool write_annotated_book(const Surroundings& surroundings, const CheckArguments& arguments,
                          const OpenedPublication& opened, const Findings& findings,
                          Findings& failures) {
  RealDisk disk;
  if (!may_write(arguments, disk, failures)) return false;
  if (!opened.is_readable()) return true;  // said already, and there are no cells
  BookExtras extras;
  extras.annotated = true;
  extras.language = surroundings.language;
  extras.findings = findings;
  std::optional<CellBook> book;
  if (opened.book() != nullptr) {
    book = *opened.book();
  } else {
    book = folded_publication(disk, surroundings.home, arguments.folder, failures);
    if (!book) return false;
    book->file = arguments.annotate;
    extras.findings = findings_in_book(surroundings, *book, arguments.folder);
  }
  extras.lists = offered_lists(disk, surroundings.home, *book);
  const auto bytes = book_xlsx(*book, extras);
  if (bytes && disk.replace(arguments.annotate, *bytes)) return true;
  report_error(failures, {arguments.annotate, 0, 0}, "annotate.write",
               {"書けません（" + disk.reason() + "）", "can't write (" + disk.reason() + ")"});
  return false;
}

}  // namespace yokoten
