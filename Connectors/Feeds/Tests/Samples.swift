import HarkCore
import HarkFeeds
