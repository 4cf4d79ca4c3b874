#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Figures that go out together, in several formats under one address.
struct DataSet {
  std::string path;   ///< below the site, without the ending: `areas/31/index`
  std::string title;  ///< 鳥取県の数値
  int area = Areas::none;
  int indicator = -1;
  std::vector<ObservationRun> runs;  ///< of its figures
  /// The formats that it goes out in, as endings without the dot; the first is the one that pages
  /// name.
  std::vector<std::string> forms;
};

/// Every figure, under `data/observations`.
DataSet whole_set(const Publication& publication, const Measured& measured);
/// Those of one indicator, under `indicators/ID/data`.
DataSet indicator_set(const Publication& publication, const Measured& measured, int indicator);
/// Those of one area, under its page: `areas/31/index`.
DataSet area_set(const Publication& publication, const Areas& areas, const Measured& measured,
                 int area);

/// Adds the set if it has figures: a prefecture's publication has none of the nation, and no file
/// goes out that says nothing.
void add_filled(std::vector<DataSet>& sets, DataSet set);

/// The sources that its figures are from, ascending; those of the publication where they are all
/// made from other figures.
std::vector<int> sources_in(const Publication& publication, const DataSet& set);

/// The line that whoever uses the figures is to write: 出典：「…」（…、2024年12月31日時点、…）。
/// …の資料を加工して作成.
std::string credit_line(const Publication& publication, const DataSet& set);

/// IANA's name of the form that files of this ending have: `text/csv` of `csv`.
std::string media_type_of(std::string_view form);

/// The address under which the set's page stands on the web.
std::string page_address(const Publication& publication, const DataSet& set);

}  // namespace yokoten
