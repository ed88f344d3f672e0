// What styles and images are in tests that run on Node.
module.exports = {};
