import HarkLearning
import Testing
