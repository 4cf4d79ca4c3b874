#include "model/site_address.h"

namespace yokoten {

std::string mount_of(const std::string& base_url) {
  const std::size_t scheme = base_url.find("://");
  const std::size_t path = scheme == std::string::npos ? scheme : base_url.find('/', scheme + 3);
  return path == std::string::npos ? std::string() : base_url.substr(path);
}

}  // namespace yokoten
