#include "read/publication_parts.h"

namespace yokoten {

const std::vector<std::string>& parts_of_publication() {
  static const std::vector<std::string> parts = {"publication.toml",
                                                 "sources.toml",
                                                 "corrections.toml",
                                                 "programmes.toml",
                                                 "contacts.toml",
                                                 "glossary.toml",
                                                 "duty.toml",
                                                 "accessibility.toml",
                                                 "pull.lock",
                                                 "indicators",
                                                 "pages",
                                                 "cases",
                                                 "projects",
                                                 "events",
                                                 "translations",
                                                 "templates",
                                                 "look",
                                                 "charts",
                                                 "photos",
                                                 "documents",
                                                 "releases",
                                                 "queries",
                                                 "raw"};
  return parts;
}

}  // namespace yokoten
