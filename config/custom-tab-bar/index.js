// WeChat demands this component once app.json says `custom`. It draws nothing: the pages render
// our own TabBar, which follows the person's text size. Copied into the build as it is (ES5).
Component({});
