#include "publish/data_files.h"

#include "publish/data_package.h"
#include "publish/data_xlsx.h"
#include "publish/open_data.h"

namespace yokoten {
namespace {

bool write_workbook(const DataBook& book, const DataSet& set, NextTree& tree) {
  const std::string path = set.path + ".xlsx";
  const DataSheets sheets =
      data_sheets(book.publication, book.areas, book.measured, book.corrected, set);
  const auto standing = tree.standing(path);
  if (standing && is_made_from(*standing, sheets)) return tree.write(path, *standing);
  const auto made = data_xlsx(book.publication, set, sheets);
  return made && tree.write(path, *made);
}

}  // namespace

bool write_data(const DataBook& book, const DataSet& set, NextTree& tree) {
  const auto& [publication, areas, measured, corrected] = book;
  return tree.write(set.path + ".csv", data_csv(publication, areas, measured, set)) &&
         tree.write(set.path + ".json", data_json(publication, areas, measured, set)) &&
         write_workbook(book, set, tree);
}

bool write_descriptions(const DataBook& book, const DataSet& whole, NextTree& tree) {
  const auto& [publication, areas, measured, corrected] = book;
  const std::string csv = data_csv(publication, areas, measured, whole);
  return tree.write("data/datapackage.json", data_package_json(publication, whole, csv)) &&
         tree.write(whole.path + ".csv-metadata.json", csvw_json(publication, whole));
}

}  // namespace yokoten
