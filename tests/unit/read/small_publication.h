#pragma once

#include <string>

#include "base/disk.h"
#include "base/hash.h"
#include "model/finding.h"

namespace yokoten {

/// A publication of one table and one indicator without any finding; tests change one file of it.
inline MemoryDisk small_publication() {
  const std::string raw =
      "都道府県,事業所件数,申請件数\n鳥取県,492,121\n島根県,100,7\n合計,592,128\n";
  MemoryDisk disk;
  disk.tree["data/small/publication.toml"] =
      "title = \"小さな発行物\"\npublisher = \"県\"\nbase_url = \"https://example.jp/kpi/\"\n"
      "licence = \"PDL1.0\"\nas_of = 2024-12-31\nheadline = [\"rate\"]\n";
  disk.tree["data/small/sources.toml"] =
      "[[source]]\nid = \"applications\"\ntitle = \"申請件数\"\nurl = \"file:raw/a.csv\"\n"
      "publisher = \"県\"\ndocument = \"資料\"\nsha256 = \"" +
      sha256(raw) +
      "\"\n"
      "area = \"都道府県\"\nperiod = 2024-09-13\ntotal_row = \"合計\"\n"
      "[source.columns]\noffices = \"事業所件数\"\napplications = \"申請件数\"\n";
  disk.tree["data/small/raw/a.csv"] = raw;
  disk.tree["data/small/indicators/rate.toml"] =
      "title = \"利用申請率\"\nunit = \"%\"\ndecimals = 1\n"
      "ratio = { numerator = \"applications\", denominator = \"offices\" }\n";
  disk.tree["data/small/pages/index.md"] = "---\ntitle: 全国\n---\n# 全国\n";
  return disk;
}

inline std::string lines(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings) text += to_line(finding, Language::en) + '\n';
  return text;
}

}  // namespace yokoten
