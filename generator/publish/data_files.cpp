#include "publish/data_files.h"

#include "publish/data_catalogue.h"
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
  const bool is_whole = &set == &book.sets.front();
  const auto csv = [&] { return data_csv(book.publication, book.areas, book.measured, set); };
  return tree.write(set.path + ".csv", is_whole ? book.whole_csv : csv()) &&
         tree.write(set.path + ".json",
                    data_json(book.publication, book.areas, book.measured, set)) &&
         write_workbook(book, set, tree);
}

bool write_descriptions(const DataBook& book, const std::vector<DataTable>& tables,
                        NextTree& tree) {
  const Publication& publication = book.publication;
  const DataSet& whole = book.sets.front();
  return tree.write("data/datapackage.json",
                    data_package_json(publication, whole, book.whole_csv, tables)) &&
         tree.write(whole.path + ".csv-metadata.json", csvw_json(publication, whole)) &&
         tree.write(
             "data/catalog.jsonld",
             data_catalogue_json(publication, book.areas, book.measured, book.sets, book.history));
}

}  // namespace yokoten
