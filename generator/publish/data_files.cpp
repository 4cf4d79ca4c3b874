#include "publish/data_files.h"

#include <algorithm>

#include "publish/data_catalogue.h"
#include "publish/data_xlsx.h"
#include "publish/open_data.h"

namespace yokoten {
namespace {

bool write_workbook(const DataBook& book, const DataSet& set, NextTree& tree) {
  const std::string path = set.path + ".xlsx";
  const DataSheets sheets =
      data_sheets(book.publication, book.areas, book.measured, book.corrected, book.words, set);
  const auto standing = tree.standing(path);
  if (standing && is_made_from(*standing, sheets) && tree.keep({path})) return true;
  const auto made = data_xlsx(book.publication, set, sheets);
  return made && tree.write(path, *made);
}

// Writes the figures of an indicator and hands their rows over as well, which are made once, or
// taken from the live site.
bool write_twice(const FiguresCsv& csv, const DataSet& set, bool is_known, const TakePiece& take,
                 NextTree& tree) {
  const std::string path = set.path + ".csv";
  if (is_known && tree.keep({path})) return tree.hand_over(path, FiguresCsv::head().size(), take);
  return tree.write(path, [&](const TakePiece& own) {
    return own(FiguresCsv::head()) && csv.hand_over_rows(set, [&](std::string_view piece) {
      return own(piece) && take(piece);
    });
  });
}

}  // namespace

std::optional<ManifestEntry> write_figures(const DataBook& book, std::vector<std::string> addresses,
                                           const std::function<bool(int)>& is_known,
                                           NextTree& tree) {
  const DataSet& whole = book.sets.front();
  addresses.push_back(whole.path + ".csv");
  const auto with_indicators = [&](const TakePiece& take) {
    if (!take(FiguresCsv::head())) return false;
    for (const DataSet& set : book.sets)
      if (set.indicator >= 0 && !write_twice(book.csv, set, is_known(set.indicator), take, tree))
        return false;
    return true;
  };
  return tree.write_alike(addresses, with_indicators);
}

bool write_data(const DataBook& book, const DataSet& set, NextTree& tree) {
  const auto& [publication, areas, measured, corrected, history, sets, csv, words] = book;
  const bool is_of_area = set.area != Areas::none;
  const auto written = [&](const std::string& form) {
    if (form == "csv") return !is_of_area || tree.write(set.path + ".csv", csv.of(set));
    if (form == "json")
      return tree.write(set.path + ".json", data_json(publication, areas, measured, set));
    return write_workbook(book, set, tree);
  };
  return std::all_of(set.forms.begin(), set.forms.end(), written);
}

bool write_descriptions(const DataBook& book, const ManifestEntry& figures,
                        const std::vector<DataTable>& tables, NextTree& tree) {
  const Publication& publication = book.publication;
  const DataSet& whole = book.sets.front();
  return tree.write("data/datapackage.json",
                    data_package_json(publication, whole, figures, tables)) &&
         tree.write(whole.path + ".csv-metadata.json", csvw_json(publication, whole));
}

bool write_catalogue(const DataBook& book, NextTree& tree) {
  return tree.write(
      "data/catalog.jsonld",
      data_catalogue_json(book.publication, book.areas, book.measured, book.sets, book.history));
}

}  // namespace yokoten
