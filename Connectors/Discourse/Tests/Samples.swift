import HarkCore
import HarkDiscourse
