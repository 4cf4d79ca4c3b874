#include "base/media_type.h"

#include <array>
#include <utility>

namespace yokoten {

std::string media_type(std::string_view path) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 14> types = {
      {{".html", "text/html; charset=utf-8"},
       {".css", "text/css; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".csv", "text/csv; charset=utf-8"},
       {".json", "application/json; charset=utf-8"},
       {".jsonld", "application/ld+json; charset=utf-8"},
       {".svg", "image/svg+xml"},
       {".png", "image/png"},
       {".jpg", "image/jpeg"},
       {".xml", "application/xml; charset=utf-8"},
       {".txt", "text/plain; charset=utf-8"},
       {".ics", "text/calendar; charset=utf-8"},
       {".pdf", "application/pdf"},
       {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}}};
  for (const auto& [ending, type] : types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

}  // namespace yokoten
