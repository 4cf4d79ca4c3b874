#pragma once

#include <optional>
#include <string>

#include "base/disk.h"
#include "base/layered_disk.h"
#include "command/commands.h"
#include "fold/unfold.h"

namespace yokoten {

/// A publication as a verb was given it: a folder, or a workbook with raw/ beside, which then looks
/// like a folder.
class OpenedPublication {
 public:
  OpenedPublication(const Surroundings& surroundings, const std::string& path, RealDisk disk = {});
  /// A book that is in no file; `beside` is the folder with raw/.
  OpenedPublication(const Surroundings& surroundings, CellBook book, const std::string& beside);

  Disk& disk();
  const std::string& folder() const { return folder_; }
  /// What is wrong with the workbook itself; nothing of a folder.
  const Findings& own() const { return own_; }
  /// Whether there is something to read.
  bool is_readable() const { return readable_; }
  /// The cells of a workbook, nullptr of a folder.
  const CellBook* book() const { return book_ ? &*book_ : nullptr; }
  /// Findings about the folder as they are about the workbook, with its own ones, sorted.
  Findings settled(Findings findings) const;

 private:
  void unfold_book(const std::string& home, const std::string& beside);
  void add_starters(const std::string& home);
  void name_real_files(std::string& text) const;

  RealDisk real_;
  std::string folder_, beside_;
  bool readable_ = true;
  std::optional<CellBook> book_;
  UnfoldedBook unfolded_;
  std::optional<LayeredDisk> layered_;
  Findings own_;
};

/// The name of a publication: its folder's, or the workbook's without its ending.
std::string publication_name(const std::string& path);

/// Whether a result may be written to `file`; otherwise `code` says why not: it is the publication,
/// or lies where that is read from, and would replace what somebody has made. In a folder that is
/// everything, beside a workbook its raw/ … .
bool lies_outside(const std::string& publication, const std::string& file, const std::string& code,
                  Findings& findings);

/// Names beside a workbook that are part of its publication.
const std::set<std::string>& names_beside_book();

}  // namespace yokoten
