import HarkCore
import HarkYouTube
