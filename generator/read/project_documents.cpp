#include <fmt/format.h>

#include "model/report.h"
#include "read/project.h"

namespace yokoten {
namespace {

constexpr std::uint64_t longest_document = 20U << 20U;

}  // namespace

void find_documents(Disk& disk, const std::string& folder, ModelProject& project,
                    Findings& findings) {
  for (ProjectDocument& document : project.documents) {
    if (document.path.empty()) continue;
    const auto bytes = disk.size(folder + '/' + document.path);
    document.bytes = bytes.value_or(0);
    if (!bytes)
      report_error(
          findings, document.place, "project.document",
          {fmt::format("資料のファイル {} がありません。発行物のフォルダーの中に置いてください",
                       document.path),
           fmt::format("the file {} is not there; put it below the publication's folder",
                       document.path)});
    else if (*bytes > longest_document)
      report_error(
          findings, document.place, "project.document",
          {fmt::format("資料のファイル {} は20 MiBを超えています。小さくしてください",
                       document.path),
           fmt::format("the file {} has more than 20 MiB; make it smaller", document.path)});
  }
}

}  // namespace yokoten
