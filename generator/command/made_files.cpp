#include "command/made_files.h"

#include "base/hash.h"
#include "base/pieces.h"
#include "base/threads.h"
#include "publish/site_index.h"

namespace yokoten {
namespace {

using Hashes = std::map<std::string, std::string>;

std::string hash_of_pieces(const Pieces& pieces) {
  GrowingHash hash;
  const bool good = pieces([&](std::string_view piece) {
    hash.add(piece);
    return true;
  });
  return good ? hash.digits() : std::string();
}

void add_given(const std::vector<SiteFile>& files, Hashes& into) {
  for (const SiteFile& each : files) into[each.path] = sha256(each.bytes);
}

void add_sets(const CompiledSite& compiled, Hashes& into) {
  const std::vector<DataSet>& sets = compiled.sets;
  std::vector<std::string> hashes(sets.size());
  share_out(sets.size(),
            [&](std::size_t at) { hashes[at] = hash_of_pieces(compiled.csv.pieces_of(sets[at])); });
  for (std::size_t at = 0; at < sets.size(); ++at) {
    for (const std::string& form : sets[at].forms)
      into[sets[at].path + '.' + form] = form == "csv" ? hashes[at] : std::string();
    // Figures of areas are the only ones that may go out without CSV.
    if (sets[at].area == Areas::none) into[sets[at].path + ".csv"] = hashes[at];
  }
  for (const std::string& path : compiled.newest_release) into[path] = hashes.front();
  for (const char* path : {"data/datapackage.json", "data/catalog.jsonld"}) into[path] = {};
  into[sets.front().path + ".csv-metadata.json"] = {};
}

}  // namespace

std::map<std::string, std::string> made_files(Disk& disk, const CompiledSite& compiled) {
  Hashes files;
  add_given(compiled.data, files);
  if (compiled.translated) add_given(compiled.translated->data, files);
  add_sets(compiled, files);
  for (const SiteCopy& each : compiled.copies)
    files[each.path] =
        each.sha256.empty() ? hash_of_pieces(pieces_of(disk, each.from)) : each.sha256;
  for (const Asset* each : compiled.look.assets(compiled.site))
    files[each->path] = sha256(each->bytes);
  const Publication& publication = compiled.book.publication;
  files["sitemap.xml"] =
      sha256(sitemap_xml(publication.base_url, compiled.site.addresses(), publication.languages));
  return files;
}

}  // namespace yokoten
