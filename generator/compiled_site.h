#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/room_times.h"
#include "compiled_look.h"
#include "examined.h"
#include "model/data_set.h"
#include "page/site.h"
#include "publish/data_package.h"
#include "publish/open_data.h"

namespace yokoten {

struct CompiledSite;

/// A file that goes out as it stands on the disk.
struct SiteCopy {
  std::string path;    ///< below the site
  std::string from;    ///< where it stands
  std::string sha256;  ///< as it was read; empty where that is not known
};

/// The pages of one more language, compiled with what is theirs alone.
struct CompiledEdition {
  TemplateTexts texts;
  Book book;
  Site site;
  std::vector<SiteFile> data;  ///< feed and what the search reads

  CompiledEdition(const CompiledSite& all, const TranslatedEdition& edition,
                  const Measured& measured, Findings& findings);
};

/// Pages, compiled with all that they stand on. Kept together because pages point into the book.
struct CompiledSite {
  CompiledLook look;
  Draw drawing;
  Findings seen;
  Book book;
  std::vector<DataSet> sets;  ///< the figures that are taken away as CSV, JSON and XLSX
  std::vector<std::string> newest_release;  ///< the addresses under which all of it lies too
  std::vector<SiteCopy> copies;  ///< what was pulled, and the figures of earlier releases
  std::vector<SiteFile> data;
  Site site;
  std::unique_ptr<CompiledEdition> translated;  ///< in another language, or none

  FiguresCsv csv;

  /// With `times`, charts count apart.
  CompiledSite(Disk& disk, const std::string& home, const Examined& examined, Findings& findings,
               RoomTimes* times = nullptr);
  /// Makes again what pages ask of figures that say something else now. What of `data` tells of
  /// figures stays as it was; figure_files() has it as it is now.
  void follow(const std::vector<FoundObservation>& changed);
  std::vector<SiteFile> figure_files(const Examined& examined) const;
};

/// The other tables of `data/` among the files, as datapackage.json tells of them.
std::vector<DataTable> described_tables(const Book& book, const std::vector<SiteFile>& files);

}  // namespace yokoten
