#pragma once

#include <zip.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/workbook_draft.h"
#include "read/xml_reader.h"

namespace yokoten {

/// The parts of a spreadsheet file: a ZIP archive in memory, checked against the limits.
class ZipParts {
 public:
  /// Empty when the archive is refused; the draft then says why. `bytes` must outlive it.
  static std::optional<ZipParts> open(std::string_view bytes, WorkbookDraft& draft);

  /// Part names differ by more than ASCII case and the direction of slashes.
  bool has(std::string_view name) const;
  /// Unpacks a part and hands it on as XML. False when it is missing or refused; the draft then
  /// says why, and nothing is said where the handler stopped.
  bool read_xml(std::string_view name, XmlHandler& handler);
  /// A short part as it is; empty when it is missing, refused or has more than `most` bytes.
  std::optional<std::string> read_short(std::string_view name, std::size_t most);

 private:
  struct Entry {
    zip_uint64_t index = 0;
    std::size_t packed = 0;  ///< bytes
  };
  struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
  };
  using File = std::unique_ptr<zip_file_t, CloseFile>;

  explicit ZipParts(WorkbookDraft& draft) : draft_(&draft) {}
  bool list(std::size_t bytes);
  bool add(zip_uint64_t index);
  const Entry* find(std::string_view name) const;
  File unpack(std::string_view name);
  std::optional<std::size_t> read_piece(zip_file_t* file, char* into, std::size_t size,
                                        std::string_view name);
  bool is_too_much(const Entry& entry, std::size_t unpacked, std::string_view name);
  bool pump(zip_file_t* file, std::string_view name, XmlReader& reader, XmlHandler& handler);
  void report_fault(std::string_view name, const XmlReader& reader);

  WorkbookDraft* draft_;
  std::unique_ptr<zip_t, CloseArchive> archive_;
  std::map<std::string, Entry, std::less<>> entries_;  // by name in one case
};

}  // namespace yokoten
